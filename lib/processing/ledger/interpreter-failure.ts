import { databaseIsAway, sqlState } from '#lib/db/base/sql-state';
import type { ReplayEvent } from '#lib/db/replays/replay-events';
import type { Meaning } from '#lib/domain/ledger/meaning';

/** An event on which the interpreter throws: dead, with the code of the error as its only word. */
export function deadByInterpreterError(
  { seq, sourceId, wireType, attempts, receivedAt }: ReplayEvent,
  error: unknown,
): Meaning {
  if (databaseIsAway(error)) throw error;
  const code = sqlState(error) ?? (error instanceof Error ? error.name : 'unknown');
  const rejection = { cause: 'retries-exhausted', paths: [`failed with ${code}`] } as const;
  const none = { factKey: null, retainUntil: null, subjects: [], at: receivedAt.toISOString() };
  return {
    settled: { seq, sourceId, type: wireType, attempts, status: 'dead', rejection, ...none },
    lane: null,
    effect: null,
  };
}
