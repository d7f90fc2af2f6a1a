import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inTenant } from '#lib/db/base/in-tenant';
import { appendToLedger } from '#lib/db/ledger/ledger';
import { hashOfTombstones } from '#lib/db/retention/purge-hash';
import { openRun } from '#lib/db/retention/purge-run';
import { interpretRow } from '#lib/events/interpret-row';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger } from '#scripts/testing/empty-ledger';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { asWorker, processAll } from '#scripts/testing/processing';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { keep, newEvent } from '#scripts/testing/stories/keep-events';
import { purgeSome } from './purge.ts';
import { openDailyPurges } from './purge-work.ts';

const tenantId = 'demo';
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

let count = 0;
const old = '2026-01-10T10:00:00.000Z';
const medication = (type: string, data: object, time = old) =>
  inventedEvent(type, { id: `evt_keep_${++count}`, time, data: { draftedAt: time, signedAt: time, ...data } });

const start = (asOf = new Date('2027-01-01T00:00:00Z')) =>
  inTenant({ tenantId }, (tx) => openRun(tx, { tenantId, startedBy: null, asOf, receivedBefore: null, total: 0 }));

async function purge(asOf?: Date): Promise<bigint> {
  const id = await start(asOf);
  while (await purgeSome());
  if (id === null) throw new Error('a run is open');
  return id;
}

/** The messages that still have their content. */
async function kept(): Promise<readonly string[]> {
  const rows = await everyone.rows<{ id: string }>(
    `select coalesce(data->>'prescriptionId', data->>'patientId', "messageId") as id from "LedgerEvent"
     where data is not null and type is distinct from 'scriptline.checkpoint' order by 1`,
  );
  return rows.map(({ id }) => id);
}

const hold = (kind: string, subjectId: string | null, also: { sourceId?: string } = {}) =>
  inTenant({ tenantId }, (tx) =>
    tx.legalHold.create({
      data: {
        ...{ tenantId, id: `hold_${kind}_${++count}`, kind, subjectId: also.sourceId ?? subjectId },
        ...{ reason: 'a court asked', placedBy: 'usr_admin' },
      },
    }),
  );

const drafted = (prescriptionId: string, patientId = `pat_${prescriptionId}`) =>
  medication('medication.prescription.drafted.v1', { prescriptionId, patientId });

test('content past its clock is deleted and the rest stays; the deletion record keeps key, digest, type and times', async () => {
  await keep(drafted('rx_gone'), medication('medication.prescription.signed.v1', { prescriptionId: 'rx_stays' }));
  await processAll();
  await purge();
  expect(await kept()).toEqual(['rx_stays']);
  const [stone] = await everyone.rows(
    `select "messageId" <> '' as id, digest <> '' as digest, type, status, lane, raw, data, headers, "actorId", "purgedAt" is not null as purged
     from "LedgerEvent" where type = 'medication.prescription.drafted.v1'`,
  );
  expect(stone).toEqual({
    ...{ id: true, digest: true, type: 'medication.prescription.drafted.v1', status: 'processed', lane: 'written' },
    ...{ raw: null, data: null, headers: {}, actorId: null, purged: true },
  });
});

test('a repeat of what was purged is still a duplicate, and brings no content back', async () => {
  const event = drafted('rx_again');
  await keep(event);
  await processAll();
  await purge();
  expect(await keep(event)).toEqual(['duplicate']);
  expect(await kept()).toEqual([]);
});

test.each<[string, string | null, readonly string[]]>([
  ['prescription', 'medication:rx_a', ['rx_a']],
  ['patient', 'medication:pat_1', ['rx_a', 'rx_b']],
  ['everything', null, ['rx_a', 'rx_b', 'rx_c']],
])('a hold of a %s keeps what is about it, and its release lets it go', async (kind, subjectId, held) => {
  await keep(drafted('rx_a', 'pat_1'), drafted('rx_b', 'pat_1'), drafted('rx_c', 'pat_2'));
  await processAll();
  const { id } = await hold(kind, subjectId);
  await purge();
  expect(await kept()).toEqual(held);
  const [tally] = await everyone.rows('select sum(held)::int as held, sum(removed)::int as removed from "PurgeCount"');
  expect(tally).toEqual({ held: held.length, removed: 3 - held.length });
  await everyone.rows(
    `update "LegalHold" set "releasedAt" = now(), "releasedBy" = 'usr_admin', "releaseReason" = 'over' where id = $1`,
    [id],
  );
  await purge();
  expect(await kept()).toEqual([]);
});

test('a legal hold of a person keeps events that name only their prescription, and those of patients linked with them', async () => {
  const mail = { prescription_id: 'rx_mail', email: 'ana@example.test', attempted_at: old, reason: '550 no such user' };
  const issued = {
    ...{ prescription_id: 'rx_mail', prescription_code: 'RX-MAIL', issued_at: old },
    patient: { patient_id: 'pat_linked', first_name: 'Ana', last_name: 'Invented' },
  };
  const osigu = (name: string, data: object) =>
    newEvent('osigu', inventedEvent(name, { event_id: `evt_keep_${++count}`, created_at: old, data: { ...data } }));
  const link = (patientId: string) => ({ patientId, recordId: 'dir:one', basis: 'person', note: 'both cards' });
  const linked = (patientId: string) =>
    newEvent(
      'standard',
      inventedEvent('scriptline.patient.linked', { id: `evt_keep_${++count}`, time: old, data: link(patientId) }),
      true,
    );
  await appendToLedger([
    ...[osigu('prescription.issued', issued), osigu('prescription.email_failed', mail)],
    ...[linked('osigu:pat_linked'), linked('medication:pat_same')],
  ]);
  await keep(drafted('rx_same', 'pat_same'), drafted('rx_other', 'pat_other'));
  await processAll();
  await hold('patient', 'medication:pat_same');
  await purge(new Date('2040-01-01T00:00:00Z'));
  const stones = await everyone.rows(
    `select "wireType" as type from "LedgerEvent" where "purgedAt" is not null order by 1`,
  );
  expect(stones.map(({ type }) => type)).toEqual(['medication.prescription.drafted.v1']);
  expect(await kept()).not.toContain('rx_other');
});

test('an event that nobody could read is kept when its payload names what is held', async () => {
  await keep(
    drafted('rx_a', 'pat_1'),
    medication('medication.prescription.drafted.v1', {
      prescriptionId: 'rx_bad',
      draftedAt: 'no time',
      patientId: 'pat_1',
    }),
  );
  await processAll();
  await everyone.rows(`update "DeadLetter" set state = 'discarded', "settledAt" = now()`);
  await hold('patient', 'medication:pat_1');
  await purge(new Date('2040-01-01T00:00:00Z'));
  expect(await kept()).toEqual(['rx_a', 'rx_bad']);
});

test('an open dead letter stays whatever its age; discarded, it goes, and the database itself refuses otherwise', async () => {
  await keep(medication('medication.dispensing.completed.v1', { dispenseId: [], prescriptionId: 'rx_open' }));
  await processAll({ ...asWorker, interpret: interpretRow });
  const late = new Date('2040-01-01T00:00:00Z');
  await purge(late);
  expect(await kept()).toEqual(['rx_open']);
  await expect(everyone.rows('update "LedgerEvent" set raw = null, data = null, "purgedAt" = now()')).rejects.toThrow(
    'an open dead letter is never purged',
  );
  await everyone.rows(`update "DeadLetter" set state = 'discarded', "settledAt" = now()`);
  await purge(late);
  expect(await kept()).toEqual([]);
  await expect(everyone.rows(`update "LedgerEvent" set data = '{}'`)).rejects.toThrow('what was purged stays purged');
});

test('a paused run waits and goes on where it was; a second one is not opened beside it', async () => {
  await keep(...Array.from({ length: 12 }, (_, nth) => drafted(`rx_${nth}`)));
  await processAll();
  const id = await start();
  await purgeSome(5);
  await purgeSome(5);
  expect((await kept()).length).toBe(7);
  await everyone.rows(`update "PurgeRun" set state = 'paused'`);
  expect(await purgeSome(5)).toBe(false);
  expect(await start()).toBeNull();
  expect((await kept()).length).toBe(7);
  await everyone.rows(`update "PurgeRun" set state = 'running'`);
  while (await purgeSome(5));
  expect(await kept()).toEqual([]);
  const [run] = await everyone.rows('select state, looked, removed, hash from "PurgeRun" where id = $1', [id]);
  expect(run).toMatchObject({ state: 'done', looked: 12, removed: 12 });
  const hash = await inTenant({ tenantId }, (tx) => hashOfTombstones(tx, tenantId, id ?? 0n));
  expect(hash).toEqual({ hash: run?.['hash'], events: 12 });
  await expect(everyone.rows(`update "PurgeRun" set removed = 0`)).rejects.toThrow('permanent');
  await expect(everyone.rows('delete from "PurgeCount"')).rejects.toThrow('permanent');
});

test("a record's hash differs when a deletion record was removed", async () => {
  await keep(drafted('rx_1'), drafted('rx_2'), drafted('rx_3'));
  await processAll();
  const id = await purge();
  const check = () => inTenant({ tenantId }, (tx) => hashOfTombstones(tx, tenantId, id));
  const before = await check();
  await everyone.rows(`delete from "LedgerEvent" where "messageId" = $1`, [`evt_keep_${count - 1}`]);
  expect(await check()).not.toEqual(before);
});

test('the daily run is one a day, and leaves what came in the last 30 days whatever its clock says', async () => {
  await keep(drafted('rx_fresh'), drafted('rx_long_here'));
  await processAll();
  await everyone.rows(
    `update "LedgerEvent" set "receivedAt" = '2026-02-01' where data->>'prescriptionId' = 'rx_long_here'`,
  );
  const now = new Date();
  await openDailyPurges(now);
  await openDailyPurges(now);
  while (await purgeSome());
  await openDailyPurges(now);
  expect(await kept()).toEqual(['rx_fresh']);
  expect(await everyone.rows('select state from "PurgeRun" where "tenantId" = $1', [tenantId])).toEqual([
    { state: 'done' },
  ]);
});

test('what people did is kept as long as anything else about its subject', async () => {
  const told = newEvent(
    'standard',
    inventedEvent('scriptline.patient.told', {
      ...{ id: `evt_keep_${++count}`, time: old },
      data: { prescriptionId: 'medication:rx_act' },
    }),
    true,
  );
  const dispensed = { dispenseId: 'dsp_act', prescriptionId: 'rx_act', dispensedQuantity: 3 };
  await appendToLedger([told]);
  await keep(medication('medication.dispensing.completed.v1', dispensed));
  await processAll();
  await purge(new Date('2030-01-01T00:00:00Z'));
  const [act] = await everyone.rows(
    `select data is not null as kept, "retainUntil" from "LedgerEvent" where type = 'scriptline.patient.told'`,
  );
  expect(act).toEqual({ kept: true, retainUntil: new Date('2033-01-10T10:00:00Z') });
  await purge(new Date('2034-01-01T00:00:00Z'));
  expect(await kept()).toEqual([]);
});

test('bytes of a batch go with the last of its events, and a repeat of the batch does not bring them back', async () => {
  const delivery = { id: 'batch_1', raw: new TextEncoder().encode('[]') };
  const events = [
    newEvent('medication-service', drafted('rx_short')),
    newEvent('medication-service', medication('medication.prescription.signed.v1', { prescriptionId: 'rx_long' })),
  ].map((event, deliveryIndex) => ({ ...event, raw: null, delivery, deliveryIndex }));
  await appendToLedger(events);
  await processAll();
  const batches = async () => (await everyone.rows('select id from "Delivery"')).length;
  await purge();
  expect(await batches()).toBe(1);
  await purge(new Date('2040-01-01T00:00:00Z'));
  expect(await batches()).toBe(0);
  expect(await appendToLedger(events)).toEqual(['duplicate', 'duplicate']);
  expect(await batches()).toBe(0);
});
