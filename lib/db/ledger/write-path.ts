import { prisma } from '#lib/db/base/prisma';
import { ledgerWritingForMs } from './ledger.ts';

/** A write of the ledger's that takes longer has met something. */
const slowMs = 1_500;

/**
 * Takes the locks that storing an event takes, and commits a word to the write-ahead log that nobody reads: an obstacle that hangs or fails
 * this, a read-only server or a standby that no longer answers too, would hang or fail an event.
 */
const tryWrite = `do $$ begin
  set local lock_timeout = '1s';
  lock table "LedgerEvent", "Delivery", "DeadLetter", "DeadLetterEpisode" in row exclusive mode;
  perform pg_logical_emit_message(true, 'scriptline', 'ready?');
end $$`;

let trying: Promise<void> | undefined;

/** One at a time, shared by all callers: an open route must be no way to load the database. */
async function tryOnce(): Promise<void> {
  trying ??= prisma('ingest')
    .$executeRawUnsafe(tryWrite)
    .then(() => undefined)
    .finally(() => {
      trying = undefined;
    });
  return trying;
}

/** Rejects when this process could not keep an event now; may hang for as long as its database does. */
export async function proveWritePath(): Promise<void> {
  if (ledgerWritingForMs() > slowMs) throw new Error('the ledger’s present write does not end');
  await tryOnce();
}
