import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { appendToLedger } from '#lib/db/ledger/ledger';
import type { NewEvent } from '#lib/db/ledger/new-event';
import type { JsonObject } from '#lib/domain/base/json/json';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger } from '#scripts/testing/empty-ledger';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { asWorker, processAll } from '#scripts/testing/processing';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { keep, newEvent } from '#scripts/testing/stories/keep-events';
import { processEvents } from './process-events.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  // Every time a row leaves `received` is recorded, in the transaction that did it.
  await everyone.rows(`create table "Settled" (seq bigint)`);
  await everyone.rows(`create function settled() returns trigger language plpgsql as $$
    begin insert into "Settled" values (new.seq); return null; end $$`);
  await everyone.rows(`create trigger settled after update of status on "LedgerEvent" for each row
    when (old.status = 'received' and new.status <> 'received') execute function settled()`);
});
beforeEach(async () => {
  await emptyLedger(everyone);
  await everyone.rows('truncate "Settled"');
});
afterAll(async () => {
  await everyone.close();
  await database.close();
});

/** Dispenses of a few prescriptions, so that workers meet on the same records all the time. */
const dispenses = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    inventedEvent('medication.dispensing.partial.v1', {
      data: { dispenseId: `dsp_${n}`, prescriptionId: `rx_${n % 7}`, dispensedQuantity: 1, remainingQuantity: 1 },
    }),
  );

const signed = () =>
  Array.from({ length: 7 }, (_, n) =>
    inventedEvent('medication.prescription.signed.v1', { data: { prescriptionId: `rx_${n}`, quantity: 100 } }),
  );

test('four workers at once: each event is settled once, each effect is there once, and no attempt is charged', async () => {
  const events = [...dispenses(150), ...signed(), ...dispenses(300).slice(150)];
  await keep(...events);
  await Promise.all([5, 11, 17, 40].map((batch) => processAll({ ...asWorker, batch })));
  const [counted] = await everyone.rows(
    `select count(*)::int as settled, count(distinct seq)::int as rows from "Settled"`,
  );
  expect(counted).toEqual({ settled: events.length, rows: events.length });
  expect(await everyone.rows('select distinct status, attempts from "LedgerEvent"')).toEqual([
    { status: 'processed', attempts: 0 },
  ]);
  expect(await everyone.rows('select id from "Dispense"')).toHaveLength(300);
  const fills = await everyone.rows<{ fillItems: { dispensed: string }[] }>(`select "fillItems" from "Prescription"`);
  expect(fills.map(({ fillItems }) => Number(fillItems[0]?.dispensed)).reduce((sum, n) => sum + n, 0)).toBe(300);
});

test('a worker whose connection is killed in the middle leaves nothing half done, and the next one does all of it', async () => {
  await keep(...dispenses(20));
  await everyone.rows('create sequence "Killed"');
  await everyone.rows(`create function die_once() returns trigger language plpgsql as $$
    begin if nextval('"Killed"') = 1 then perform pg_terminate_backend(pg_backend_pid()); end if; return null; end $$`);
  await everyone.rows(
    'create trigger die_once after insert on "Dispense" for each statement execute function die_once()',
  );
  try {
    await expect(processEvents(asWorker)).rejects.toThrow();
    expect(await everyone.rows('select 1 from "Dispense"')).toEqual([]);
    expect(await everyone.rows('select distinct status, attempts from "LedgerEvent"')).toEqual([
      { status: 'received', attempts: 0 },
    ]);
    expect(await processEvents(asWorker)).toBe(20);
  } finally {
    await everyone.rows('drop trigger die_once on "Dispense"');
  }
  expect(await everyone.rows('select count(*)::int as n from "Settled"')).toEqual([{ n: 20 }]);
});

test('rows that another worker holds are passed over, and taken as soon as that one is gone', async () => {
  await keep(...dispenses(10));
  const holder = new pg.Client({ connectionString: database.url, options: '-c app.tenant=*' });
  holder.on('error', () => undefined);
  await holder.connect();
  await holder.query('begin');
  const { rows: held } = await holder.query<{ pid: number }>(
    `with held as (select seq from "LedgerEvent" order by seq limit 4 for update) select pg_backend_pid() as pid from held`,
  );
  expect(held).toHaveLength(4);
  expect(await processAll()).toBe(6);
  await everyone.rows('select pg_terminate_backend($1)', [held[0]?.pid]);
  const gone = `select 1 from pg_stat_activity where pid = $1`;
  while ((await everyone.rows(gone, [held[0]?.pid])).length > 0);
  expect(await processAll()).toBe(4);
  await holder.end().catch(() => undefined);
});

const osigu = (type: string, at: string, data: JsonObject) =>
  newEvent('osigu', inventedEvent(type, { created_at: at, data }));
const visit = { dispensation_id: 'dsn_m', code_type: 'PRESCRIPTION', prescription_id: null };

/** Two events that name nothing in common and yet meet in one prescription; `table`: where the first is held while the second comes. */
const meetings: readonly (readonly [string, string, { before: NewEvent[]; first: NewEvent; second: NewEvent }])[] = [
  [
    'a prescription, and what becomes of a visit that was told of by its code',
    'Prescription',
    {
      before: [osigu('dispensing.started', '2026-11-12T12:01:00Z', { ...visit, code: 'RX-M-1' })],
      first: osigu('prescription.issued', '2026-11-12T12:00:00Z', {
        prescription_id: 'rx_m',
        prescription_code: 'RX-M-1',
      }),
      second: osigu('dispensing.cancelled', '2026-11-12T12:02:00Z', {
        ...visit,
        code: null,
        cancelled_at: '2026-11-12T12:02:00Z',
      }),
    },
  ],
];

test.each(meetings)('%s: at once they make what they make one after the other', async (_, table, events) => {
  const { before, first, second } = events;
  const told = async () =>
    (await everyone.rows('select id, state, "fillItems" from "Prescription" order by id')).map((row) =>
      JSON.stringify(row),
    );
  const keepAndProcess = async (...kept: NewEvent[]) => {
    await appendToLedger(kept);
    await processAll();
  };
  for (const event of [...before, first, second]) await keepAndProcess(event);
  const oneAfterTheOther = await told();
  await emptyLedger(everyone);

  if (before.length > 0) await keepAndProcess(...before);
  const waiting = async () =>
    (await everyone.rows(`select 1 from pg_locks where locktype = 'advisory' and not granted`)).length;
  await everyone.rows(`create function held() returns trigger language plpgsql as $$
    begin perform pg_advisory_xact_lock(42); return null; end $$`);
  await everyone.rows(`create trigger held after insert on "${table}" for each statement execute function held()`);
  await everyone.rows('select pg_advisory_lock(42)');
  try {
    await appendToLedger([first]);
    const one = processAll();
    while ((await waiting()) < 1);
    await appendToLedger([second]);
    let over = false;
    const other = processEvents(asWorker).finally(() => {
      over = true;
    });
    while (!over && (await waiting()) < 2);
    await everyone.rows('select pg_advisory_unlock(42)');
    await Promise.all([one, other]);
  } finally {
    await everyone.rows('select pg_advisory_unlock_all()');
    await everyone.rows('drop function held() cascade');
  }
  await processAll();
  expect(await told()).toEqual(oneAfterTheOther);
});
