import type { DeadLetterCause } from '#lib/domain/dead-letters/dead-letter';
import type { LedgerStatus } from '#lib/domain/ledger/ledger';
import type { Subject } from '#lib/domain/ledger/timeline';

/** One kept event, without its payload: ids, times and codes only. `paths` name where a rejected payload does not fit, never a value. */
export type EventRow = {
  readonly seq: number;
  readonly messageId: string;
  readonly type: string | null;
  readonly wireType: string | null;
  readonly source: string;
  readonly status: LedgerStatus;
  readonly cause: DeadLetterCause | null;
  readonly paths: readonly string[];
  /** Optional fields that were there and could not be read, of an event that counts all the same: paths and reasons, never a value. */
  readonly unreadable: readonly string[];
  readonly occurredAt: string | null;
  readonly receivedAt: string;
  readonly processedAt: string | null;
  readonly attempts: number;
  readonly nextAttemptAt: string | null;
  readonly duplicates: number;
  /** The time since which its content is no longer retained. */
  readonly purgedAt: string | null;
};

export type EventDetail = EventRow & {
  readonly title: string | null;
  readonly environment: string | null;
  readonly correlationId: string | null;
  readonly actorId: string | null;
  readonly digest: string;
  readonly contentType: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: number;
  readonly retainUntil: string | null;
  readonly subjects: readonly Subject[];
  /** Events about the same subjects, newest first. */
  readonly related: readonly EventRow[];
};

/**
 * The answer of a reveal; the account's reason is in the audit before this is sent. `text` is the signed bytes as UTF-8; where `index` says
 * that they came in a batch, this event's item of it.
 */
export type RevealedPayload = {
  readonly seq: number;
  readonly contentType: string | null;
  readonly text: string;
  readonly index: number | null;
};
