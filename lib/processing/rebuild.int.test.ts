import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendToLedger } from '#lib/db/ledger';
import { connect } from '#lib/db/prisma';
import { projectionTables } from '#lib/db/rebuild-tables';
import { interpretRow } from '#lib/events/interpret-row';
import { demoDatabase } from '#scripts/testing/demo-database';
import { sampleRows } from '#scripts/testing/sample-rows';
import { processEvents } from './process-events.ts';
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
