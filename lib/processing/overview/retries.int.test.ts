import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger } from '#scripts/testing/empty-ledger';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { asWorker, poisoned, processAll } from '#scripts/testing/processing';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { keep } from '#scripts/testing/stories/keep-events';
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

type Row = { status: string; attempts: number; wait: number | null; messageId: string };
const rows = () =>
  everyone.rows<Row>(
    `select status, attempts, "messageId", extract(epoch from "nextAttemptAt" - now())::float8 as wait from "LedgerEvent" order by seq`,
  );
const makeDue = () =>
  everyone.rows(`update "LedgerEvent" set "nextAttemptAt" = now() - interval '1 second' where status = 'received'`);
const dispensed = () =>
  inventedEvent('medication.dispensing.completed.v1', { data: { dispenseId: `dsp_${Math.random()}` } });

test('five retries and not one more, each later than the one before and within its bounds; then a dead letter', async () => {
  const policy = { baseSeconds: 110, capSeconds: 7_200 };
  const event = dispensed();
  await keep(event);
  const failing = { ...poisoned(event['id']), policy };
  for (let retry = 1; retry <= 5; retry++) {
    expect(await processEvents(failing)).toBe(1);
    const [row] = await rows();
    expect(row).toMatchObject({ status: 'received', attempts: retry });
    const least = 110 * 2 ** (retry - 1);
    expect(row?.wait).toBeGreaterThan(least - 5);
    expect(row?.wait).toBeLessThanOrEqual(Math.min(2 * least, 7_200));
    expect(await processEvents(failing)).toBe(0);
    await makeDue();
  }
  expect(await processEvents(failing)).toBe(1);
  expect(await rows()).toMatchObject([{ status: 'dead', attempts: 6, wait: null }]);
  await makeDue();
  expect(await processEvents(failing)).toBe(0);

  const [letter] = await everyone.rows('select cause, paths, queue, state, type from "DeadLetter"');
  expect(letter).toEqual({
    ...{ cause: 'retries-exhausted', paths: ['failed with TypeError'], state: 'open' },
    ...{ queue: 'medication.ingestion.dlq', type: 'medication.dispensing.completed.v1' },
  });
  const episodes = await everyone.rows('select episode, cause, attempts from "DeadLetterEpisode"');
  expect(episodes).toEqual([{ episode: 1, cause: 'retries-exhausted', attempts: 6 }]);
});

test.each([
  ['demo-osigu', 'osigu.ingestion.dlq', 'prescription.issued'],
  ['demo-photon', 'photon.ingestion.dlq', 'photon:order:created'],
])('the queue of a dead letter is named after the sending system: %s', async (_key, queue, type) => {
  const event = inventedEvent('medication.prescription.held.v1', { type });
  await keep(event);
  await everyone.rows('update "LedgerEvent" set attempts = 5, "firstFailedAt" = now()');
  await processEvents(poisoned(event['id']));
  expect(await everyone.rows('select queue from "DeadLetter"')).toEqual([{ queue }]);
});

test('no retry waits longer than what is left of the cap since the first failure', async () => {
  const event = dispensed();
  await keep(event);
  await everyone.rows(`update "LedgerEvent" set attempts = 4, "firstFailedAt" = now() - interval '7000 seconds'`);
  await processEvents({ ...poisoned(event['id']), policy: { baseSeconds: 110, capSeconds: 7_200 } });
  const [row] = await rows();
  expect(row?.wait).toBeLessThanOrEqual(200);
  expect(row?.wait).toBeGreaterThan(190);
});

test.each([-10, 10])('a clock of ours that is %i minutes off changes no pause', async (minutes) => {
  const event = dispensed();
  await keep(event);
  await everyone.rows(`update "LedgerEvent" set attempts = 4, "firstFailedAt" = now() - interval '7000 seconds'`);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 });
  try {
    await processEvents({ ...poisoned(event['id']), policy: { baseSeconds: 110, capSeconds: 7_200 } });
  } finally {
    vi.useRealTimers();
  }
  const [row] = await rows();
  expect(row?.wait).toBeLessThanOrEqual(200);
  expect(row?.wait).toBeGreaterThan(190);
});

test('what healed meanwhile is processed at the next retry, with the attempts it took', async () => {
  const event = dispensed();
  await keep(event);
  await processEvents(poisoned(event['id']));
  await makeDue();
  expect(await processEvents(asWorker)).toBe(1);
  expect(await rows()).toMatchObject([{ status: 'processed', attempts: 1, wait: null }]);
  expect(await everyone.rows('select 1 from "DeadLetter"')).toEqual([]);
});

test('one poison event holds nobody up, and only it is charged an attempt', async () => {
  const events = Array.from({ length: 30 }, dispensed);
  const poison = events[7]?.['id'];
  await keep(...events);
  await processAll(poisoned(poison));
  const [failed, ...others] = (await rows()).sort((a, b) => b.attempts - a.attempts);
  expect(failed).toMatchObject({ messageId: poison, status: 'received', attempts: 1 });
  expect(others.every(({ status, attempts }) => status === 'processed' && attempts === 0)).toBe(true);
  expect(await everyone.rows('select 1 from "Dispense"')).toHaveLength(29);
});

test('a batch whose statement fails is tried one by one, and only what fails alone is charged', async () => {
  const events = Array.from({ length: 12 }, dispensed);
  await keep(...events, inventedEvent('medication.dispensing.completed.v1', { data: { dispenseId: 'dsp_refused' } }));
  await everyone.rows(`create or replace function refuse_one() returns trigger language plpgsql as $$
    begin if new.id = 'medication:dsp_refused' then raise exception 'no' using errcode = '23514'; end if; return new; end $$`);
  await everyone.rows(
    `create trigger refuse_one before insert on "Dispense" for each row execute function refuse_one()`,
  );
  try {
    await processAll();
  } finally {
    await everyone.rows('drop trigger refuse_one on "Dispense"');
  }
  expect(await everyone.rows('select 1 from "Dispense"')).toHaveLength(12);
  const refused = (await rows()).filter(({ status }) => status !== 'processed');
  expect(refused).toMatchObject([{ status: 'received', attempts: 1 }]);
  await makeDue();
  await processAll();
  expect(await everyone.rows('select 1 from "Dispense"')).toHaveLength(13);
});
