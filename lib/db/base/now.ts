import type { Tx } from './in-tenant.ts';

/** The database's clock, ISO 8601 UTC with milliseconds: what people and workers do is put in order by one clock. */
export async function databaseNow(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`select date_trunc('milliseconds', clock_timestamp()) as now`;
  if (!row) throw new Error('the database did not tell the time');
  return row.now.toISOString();
}
