import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { appendToLedger, ledgerDrained } from './ledger.ts';
import type { NewEvent } from './new-event.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  // Every statement that writes into the ledger says so: rows written by one statement carry one mark.
  await everyone.rows(`create table "Written" (at bigserial, rows int)`);
  await everyone.rows(`create function written() returns trigger language plpgsql as $$
    begin insert into "Written" (rows) select count(*) from added; return null; end $$`);
  await everyone.rows(`create trigger written after insert on "LedgerEvent" referencing new table as added
    for each statement execute function written()`);
});
beforeEach(() => everyone.rows('truncate "LedgerEvent", "Delivery", "Written"'));
afterAll(async () => {
  await everyone.close();
  await database.close();
});

function event(more: Partial<NewEvent> = {}): NewEvent {
  const id = randomUUID();
  const none = { environment: null, occurredAt: null, correlationId: null, actorId: null, delivery: null };
  return {
    ...{
      tenantId: 'demo',
      sourceId: 'src_1',
      format: 'osigu',
      dedupeKey: id,
      messageId: id,
      digest: id,
      wireType: 'x',
    },
    ...{ raw: new Uint8Array([1]), deliveryIndex: null, contentType: null, headers: {}, data: '{}', rejection: null },
    ...none,
    ...more,
  };
}

const stored = async () => (await everyone.rows<{ n: number }>('select count(*)::int as n from "LedgerEvent"'))[0]?.n;
const statements = async () =>
  (await everyone.rows<{ rows: number }>('select rows from "Written" order by at')).map(({ rows }) => rows);

test('a hundred callers at once share a few statements, and each hears about its own events', async () => {
  const twice = event();
  const calls = Array.from({ length: 100 }, (_, n) => [event(), ...(n % 10 === 0 ? [twice] : [])]);
  const answers = await Promise.all(calls.map(appendToLedger));
  expect(answers.map((answer) => answer.length)).toEqual(calls.map((call) => call.length));
  expect(answers.flat().filter((word) => word === 'accepted')).toHaveLength(101);
  expect(answers.flat().filter((word) => word === 'duplicate')).toHaveLength(9);
  expect(await stored()).toBe(101);
  expect((await statements()).length).toBeLessThanOrEqual(2);
});

test('a statement holds at most 256 rows, but a larger call is never torn apart', async () => {
  const large = Array.from({ length: 400 }, () => event());
  await Promise.all([appendToLedger(large), ...Array.from({ length: 300 }, () => appendToLedger([event()]))]);
  expect(await statements()).toEqual([400, 256, 44]);
});

test('what arrives while a statement is under way waits for the next one, and no longer', async () => {
  const first = appendToLedger([event()]);
  await new Promise((resume) => setImmediate(resume));
  const later = await Promise.all([first, ...Array.from({ length: 20 }, () => appendToLedger([event()]))]);
  expect(later.flat()).toHaveLength(21);
  expect(await statements()).toEqual([1, 20]);
});

test('when the statement fails, every one of its callers hears so and nothing of it is stored', async () => {
  const unstorable = event({ data: '{"note":"\\u0000"}' });
  const calls = [appendToLedger([event()]), appendToLedger([unstorable]), appendToLedger([event(), event()])];
  const settled = await Promise.allSettled(calls);
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(await stored()).toBe(0);
  await ledgerDrained();
  expect(await appendToLedger([event()])).toEqual(['accepted']);
});

test('the answer comes after the commit: another connection sees the row already', async () => {
  const stored = event();
  await appendToLedger([stored]);
  expect(
    await everyone.rows('select status, attempts from "LedgerEvent" where "dedupeKey" = $1', [stored.dedupeKey]),
  ).toEqual([{ status: 'received', attempts: 0 }]);
});

test('a deadlock is tried again, and nobody notices', async () => {
  await everyone.rows(`create sequence "Once"`);
  await everyone.rows(`create function deadlock_once() returns trigger language plpgsql as $$
    begin if nextval('"Once"') <= 2 then raise exception 'deadlock detected' using errcode = '40P01'; end if; return null; end $$`);
  await everyone.rows(
    `create trigger deadlock_once before insert on "LedgerEvent" for each statement execute function deadlock_once()`,
  );
  try {
    expect(await appendToLedger([event(), event()])).toEqual(['accepted', 'accepted']);
    expect(await stored()).toBe(2);
    expect(await everyone.rows(`select last_value::int from "Once"`)).toEqual([{ last_value: 3 }]);
  } finally {
    await everyone.rows('drop trigger deadlock_once on "LedgerEvent"');
  }
});

/** The next caller gathers on its own, as a second process does. */
function asAnotherProcess(): void {
  globalThis.scriptlineLedger = undefined;
}

test('processes that write and repeat the same rows at once, in opposite orders, count each exactly once', async () => {
  const events = Array.from({ length: 40 }, () => event());
  const rounds = Array.from({ length: 6 }, (_, n) => {
    asAnotherProcess();
    return appendToLedger(n % 2 === 0 ? events : events.toReversed());
  });
  const answers = (await Promise.all(rounds)).flat();
  expect(answers.filter((word) => word === 'accepted')).toHaveLength(40);
  expect(answers.filter((word) => word === 'duplicate')).toHaveLength(200);
  expect(await everyone.rows('select distinct duplicates from "LedgerEvent"')).toEqual([{ duplicates: 5 }]);
});
