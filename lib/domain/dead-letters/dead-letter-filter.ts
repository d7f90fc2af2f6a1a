import type { DeadLetterCause, DeadLetterState } from './dead-letter.ts';

/**
 * A choice of dead letters: the screen's address bar, its lists, "all matching", a replay's preview and a file mean the same by the same
 * words. `source` is a source's key, or its id where it has none; `type` the catalogue's name, or the wire's where it was never read; `q` a
 * ledger number, a message id, or the id of the event's subject. With `status`, the choice is no dead letter but every ignored event of
 * that type, or every processed one, which is then reinterpreted; `from` and `to` (excluded) bound their receipt.
 */
export type DeadLetterFilter = {
  readonly cause?: DeadLetterCause | undefined;
  readonly fingerprint?: string | undefined;
  readonly source?: string | undefined;
  readonly type?: string | undefined;
  readonly state?: DeadLetterState | undefined;
  readonly q?: string | undefined;
  /** Those whose amendment waits for a second person. */
  readonly amendment?: 'proposed' | undefined;
  readonly status?: 'ignored' | 'processed' | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};
