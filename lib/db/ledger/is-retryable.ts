import { databaseIsAway, sqlState } from '#lib/db/base/sql-state';
import { Contended } from './record-locks.ts';

/** Another worker, or the database, was in the way: nothing was written and nothing is held against the event. */
export function isRetryable(error: unknown): boolean {
  if (error instanceof Contended || databaseIsAway(error)) return true;
  return ['40P01', '40001', '55P03'].includes(sqlState(error) ?? '');
}
