import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger } from '#scripts/testing/empty-ledger';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { asWorker } from '#scripts/testing/processing';
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

test('an event that asks more than the database gives is charged an attempt, and the others are processed', async () => {
  await everyone.rows(`create function too_much() returns trigger language plpgsql as $$
    begin raise exception 'out of shared memory' using errcode = '53200'; end $$`);
  await everyone.rows(`create trigger too_much before insert on "Dispense" for each row
    when (new.id = 'medication:dsp_large') execute function too_much()`);
  try {
    const dispense = (dispenseId: string) =>
      inventedEvent('medication.dispensing.completed.v1', { data: { dispenseId } });
    await keep(dispense('dsp_1'), dispense('dsp_large'), dispense('dsp_2'));
    expect(await processEvents(asWorker)).toBe(3);
    expect(await everyone.rows('select status, attempts from "LedgerEvent" order by seq')).toEqual([
      { status: 'processed', attempts: 0 },
      { status: 'received', attempts: 1 },
      { status: 'processed', attempts: 0 },
    ]);
  } finally {
    await everyone.rows('drop trigger too_much on "Dispense"');
  }
});
