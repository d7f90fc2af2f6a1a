import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '#lib/db/base/prisma';
import { appendToLedger } from '#lib/db/ledger/ledger';
import { projectionTables } from '#lib/db/overview/rebuild-tables';
import { interpretRow } from '#lib/events/interpret-row';
import { processEvents } from '#lib/processing/overview/process-events';
import { readiness } from '#lib/views/base/readiness';
import { demoDatabase } from '#scripts/testing/demo-database';
import { sampleRows } from '#scripts/testing/stories/sample-rows';
import { rebuild } from './rebuild.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;

beforeAll(async () => {
  database = await demoDatabase();
});

afterAll(() => database.close());

async function everyRow(): Promise<Record<string, unknown[]>> {
  const db = connect(database.url, 'any');
  try {
    const entries = projectionTables.map(async (table) => {
      const rows = await db.$queryRawUnsafe<{ row: unknown }[]>(
        `select to_jsonb(t) as row from "${table}" t order by to_jsonb(t)::text`,
      );
      return [table, rows.map(({ row }) => row)] as const;
    });
    return Object.fromEntries(await Promise.all(entries));
  } finally {
    await db.$disconnect();
  }
}

/** Something in the database that meets the rebuild while it writes dispenses, `times` times. */
async function inTheWay(errcode: string, times: number, work: () => Promise<void>): Promise<void> {
  const db = connect(database.url, 'any');
  await db.$executeRawUnsafe('create sequence "Met"');
  await db.$executeRawUnsafe(`create function meet() returns trigger language plpgsql as $$
    begin if nextval('"Met"') <= ${times} then raise exception 'met' using errcode = '${errcode}'; end if; return null; end $$`);
  await db.$executeRawUnsafe(
    'create trigger meet after insert on "Dispense" for each statement execute function meet()',
  );
  try {
    await work();
  } finally {
    await db.$executeRawUnsafe('drop function meet cascade');
    await db.$executeRawUnsafe('drop sequence "Met"');
    await db.$disconnect();
  }
}

test('a rebuild from the ledger makes every projection row equal to the live one', async () => {
  await appendToLedger(sampleRows());
  const processing = { policy: { baseSeconds: 110, capSeconds: 7200 }, batch: 7, interpret: interpretRow };
  while ((await processEvents(processing)) > 0);
  const live = await everyRow();
  expect(live['Prescription']?.length).toBeGreaterThan(3);
  expect(live['EventSubject']?.length).toBeGreaterThan(60);

  const db = connect(database.url, 'any');
  await db.$executeRaw`update "Prescription" set state = 'unknown', registers = '{}'`;
  await db.$executeRaw`delete from "Dispense"`;
  await db.$disconnect();

  const { events, unreadable } = await rebuild(database.url);
  expect(unreadable).toBe(0);
  expect(events).toBeGreaterThan(50);
  expect(await everyRow()).toEqual(live);
});

test('a rebuild that meets a worker on the same records waits for it', async () => {
  const live = await everyRow();
  await inTheWay('40P01', 3, async () => {
    await rebuild(database.url);
  });
  expect(await everyRow()).toEqual(live);
});

test('a rebuild that dies half-way is reported by the readiness, and completed by the next one', async () => {
  const live = await everyRow();
  const whole = async () => (await readiness()).projections;
  expect(await whole()).toBe(true);
  await inTheWay('XX000', 1, () => expect(rebuild(database.url)).rejects.toThrow());
  expect(await whole()).toBe(false);
  await rebuild(database.url);
  expect(await whole()).toBe(true);
  expect(await everyRow()).toEqual(live);
});
