import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { appendToLedger } from '#lib/db/ledger/ledger';
import { retainUntil } from '#lib/domain/retention/retention';
import { readSamples } from '#scripts/samples';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger } from '#scripts/testing/empty-ledger';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { asWorker, processAll } from '#scripts/testing/processing';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { keep, sampleEvent } from '#scripts/testing/stories/keep-events';
import { processEvents } from './process-events.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
});
beforeEach(() => emptyLedger(everyone));
afterAll(async () => {
  await everyone.close();
  await database.close();
});

type Row = { status: string; type: string; attempts: number; nextAttemptAt: Date | null };
const ledger = () =>
  everyone.rows<Row>('select status, type, attempts, "nextAttemptAt" from "LedgerEvent" order by seq');

test('a row is processed once: marked, counted under the catalogue’s name, and no longer due', async () => {
  await keep(inventedEvent('MEDICATION.medication.signed'));
  expect(await processEvents(asWorker)).toBe(1);
  expect(await ledger()).toEqual([
    { status: 'processed', type: 'medication.prescription.signed.v1', attempts: 0, nextAttemptAt: null },
  ]);
  expect(await processEvents(asWorker)).toBe(0);
});

test('what every sample means is written down: status, subjects, and how long it is kept', async () => {
  const samples = readSamples();
  await appendToLedger(samples.map((sample) => sampleEvent(sample)));
  expect(await processAll()).toBe(samples.length);
  const rows = await everyone.rows<Row & { fact: Date; retainUntil: Date; seq: string; subjects: number }>(
    `select e.*, (select count(*)::int from "EventSubject" s where s.seq = e.seq) as subjects,
       (select min(s."occurredAt") from "EventSubject" s where s.seq = e.seq) as fact from "LedgerEvent" e order by seq`,
  );
  const statuses = Object.groupBy(rows, ({ status }) => status);
  expect(Object.keys(statuses).sort()).toEqual(['ignored', 'processed']);
  expect(statuses['ignored']?.every(({ subjects }) => subjects === 0)).toBe(true);
  expect(statuses['processed']?.every(({ subjects }) => subjects > 0)).toBe(true);
  const kept = (type: string) => {
    const row = rows.find((one) => one.type === type);
    return [row?.retainUntil.toISOString(), row?.fact.toISOString() ?? ''] as const;
  };
  for (const [type, length] of [
    ['medication.controlled_substance.dispensed.v1', '10y'],
    ['medication.dispensing.completed.v1', '7y'],
    ['prescription.issued', '2y'],
  ] as const) {
    const [until, fact] = kept(type);
    expect([type, until]).toEqual([type, retainUntil(fact, length)]);
  }
});

test('a prescription reads as its sender’s history says', async () => {
  await appendToLedger(readSamples().map((sample) => sampleEvent(sample)));
  await processAll();
  const state = Object.fromEntries(
    (
      await everyone.rows<{ id: string; state: string; emailState: string; emailAddress: string | null }>(
        'select id, state, "emailState", "emailAddress" from "Prescription"',
      )
    ).map(({ id, ...rest }) => [id, rest]),
  );
  const noEmail = { emailState: 'unknown', emailAddress: null };
  expect(state).toMatchObject({
    'medication:rx_demo_1001': { state: 'dispensed', ...noEmail },
    'medication:rx_demo_1002': { state: 'discontinued', ...noEmail },
    'osigu:rx_demo_2001': { state: 'dispensed', emailState: 'accepted', emailAddress: 'marisol@example.com' },
    'photon:rx_demo_3001': { state: 'issued', ...noEmail },
  });
});

test('an unknown type is ignored, kept and marked as not read', async () => {
  await keep(inventedEvent('medication.prescription.signed.v1', { type: 'medication.cold_chain.broken.v1' }));
  await processAll();
  expect(
    await everyone.rows(
      'select status, type, "catalogVersion" = 0 as unread, data is not null as kept from "LedgerEvent"',
    ),
  ).toEqual([{ status: 'ignored', type: 'medication.cold_chain.broken.v1', unread: true, kept: true }]);
  expect(await everyone.rows('select 1 from "DeadLetter"')).toEqual([]);
});

test('a bad payload is a dead letter at once, with the paths and no value', async () => {
  const data = { prescriptionId: ['Marisol'], quantity: 'thirty-Quirante', patientId: null };
  const event = inventedEvent('medication.prescription.signed.v1', { data });
  await keep(event);
  await processAll();
  expect(await ledger()).toMatchObject([{ status: 'quarantined', attempts: 0, nextAttemptAt: null }]);
  const [letter] = await everyone.rows<{ paths: string[]; fingerprint: string }>('select * from "DeadLetter"');
  expect(letter).toMatchObject({ cause: 'invalid-payload', state: 'open', queue: 'medication.ingestion.dlq' });
  expect(letter?.paths.join()).toContain('prescriptionId');
  expect(JSON.stringify(letter)).not.toMatch(/Marisol|Quirante/);
  const episodes = await everyone.rows('select episode, cause, attempts from "DeadLetterEpisode"');
  expect(episodes).toEqual([{ episode: 1, cause: 'invalid-payload', attempts: 0 }]);
});

test('a conflict and what was quarantined at the door are never processed', async () => {
  const event = inventedEvent('medication.dispensing.completed.v1');
  expect(await keep(event, { ...event, data: { dispenseId: 'dsp_x' } })).toEqual(['accepted', 'quarantined']);
  expect(await processAll()).toBe(1);
  expect((await ledger()).map(({ status }) => status)).toEqual(['processed', 'quarantined']);
  expect(await everyone.rows('select id from "Dispense"')).toHaveLength(1);
});

test('tenants in one batch keep to themselves', async () => {
  const [sample] = readSamples().filter(({ name }) => name === 'prescription.issued');
  if (!sample) throw new Error('the sample is gone');
  await appendToLedger([sampleEvent(sample, 'demo'), sampleEvent(sample, 'other')]);
  expect(await processEvents(asWorker)).toBe(2);
  const rows = await everyone.rows('select "tenantId", id from "Prescription" order by 1');
  expect(rows).toEqual(['demo', 'other'].map((tenantId) => ({ tenantId, id: 'osigu:rx_demo_2001' })));
});
