import type { JsonObject } from '#lib/domain/base/json/json';
import type { Rejection } from '#lib/domain/dead-letters/dead-letter';
import type { Change } from './change.ts';
import type { Origin } from './settled-field.ts';
import type { Lane, Subject } from './timeline.ts';

/** A row of the ledger, as much of it as interpreting needs. */
export type KeptRow = {
  readonly tenantId: string;
  readonly seq: bigint;
  readonly sourceId: string;
  readonly messageId: string;
  readonly digest: string;
  readonly wireType: string;
  readonly occurredAt: Date | null;
  readonly receivedAt: Date;
  readonly actorId: string | null;
  readonly data: JsonObject | null;
  readonly attempts: number;
  readonly firstFailedAt: Date | null;
};

/** The worker's result for one event. Instants are ISO 8601 UTC. */
export type SettledMeaning = {
  readonly seq: bigint;
  readonly sourceId: string;
  readonly type: string;
  readonly status: 'processed' | 'ignored' | 'quarantined' | 'dead';
  readonly factKey: string | null;
  readonly retainUntil: string | null;
  readonly subjects: readonly Subject[];
  readonly at: string;
  /** With `quarantined` and `dead`: why. */
  readonly rejection: Rejection | null;
  readonly attempts: number;
  /** Ignored because the catalogue reads nothing of its type: a later one may. */
  readonly unread?: boolean;
  /** Processed, but for these optional fields: paths and reasons, never values. */
  readonly unreadable?: readonly string[];
};

/** The changes of one event, with their origin. */
export type Effect = { readonly origin: Origin; readonly changes: readonly Change[] };

/** The meaning of one row for the ledger and for the projections. */
export type Meaning = {
  readonly settled: SettledMeaning;
  readonly effect: Effect | null;
  /** Its position on a timeline. */
  readonly lane: Lane | null;
};
