import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from './server.ts';

/** Waits until nothing is waiting to be processed; answers when the last one was, by the database's clock in milliseconds. */
export async function untilProcessed(database: Database, patienceSeconds = 600): Promise<number> {
  const until = performance.now() + patienceSeconds * 1000;
  while (performance.now() < until) {
    const [row] = await database.query<{ waiting: boolean }>(
      `select exists (select 1 from "LedgerEvent" where status = 'received') as waiting`,
    );
    if (row?.waiting === false) return lastProcessed(database);
    await wait(50);
  }
  throw new Error(`The worker did not come to the end of its backlog in ${patienceSeconds} s`);
}

async function lastProcessed(database: Database): Promise<number> {
  const [row] = await database.query<{ at: number }>(
    'select extract(epoch from max("processedAt"))::float8 * 1000 as at from "LedgerEvent"',
  );
  return row?.at ?? Number.NaN;
}

export async function databaseClock(database: Database): Promise<number> {
  const [row] = await database.query<{ at: number }>(
    'select extract(epoch from clock_timestamp())::float8 * 1000 as at',
  );
  return row?.at ?? Number.NaN;
}
