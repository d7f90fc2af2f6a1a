import type { Page } from '#lib/contract/base/page';
import type { DeadLetterCause, DeadLetterState } from '#lib/domain/dead-letters/dead-letter';
import type { Trend } from '#lib/domain/flow/trend';
import type { AmendmentRow } from './amendment.ts';
import type { DeadLetterFilter } from './dead-letter-filter.ts';

/** One event that could not be processed: ids, codes and times only. `paths` name where it does not fit, never a value. */
export type DeadLetterRow = {
  readonly seq: number;
  readonly messageId: string;
  readonly type: string | null;
  readonly source: string;
  readonly queue: string;
  readonly state: DeadLetterState;
  readonly cause: DeadLetterCause;
  readonly paths: readonly string[];
  readonly fingerprint: string;
  readonly receivedAt: string;
  readonly openedAt: string;
  readonly settledAt: string | null;
  readonly attempts: number;
  /** The number of final failures: one, and one more after each replay that failed. */
  readonly episodes: number;
  /** The state of its amendment: pending a second person, or approved. */
  readonly amendment: 'proposed' | 'approved' | null;
};

/**
 * A page, and the number that match the filter in all: "all 312 matching" names it. An action on all of them sends `asOf` back, and then
 * concerns those that were there when the number was shown.
 */
export type DeadLetterPage = Page<DeadLetterRow> & { readonly total: number; readonly asOf: string };

/** Dead letters of one cause: code, type and paths, whatever the position in a list. */
export type DeadLetterGroup = {
  readonly fingerprint: string;
  readonly cause: DeadLetterCause;
  readonly type: string | null;
  readonly paths: readonly string[];
  readonly sources: readonly string[];
  readonly counts: Readonly<Record<DeadLetterState, number>>;
  readonly trend: Trend;
  readonly firstAt: string;
  readonly lastAt: string;
  /** The receipt of the oldest event of it that is still open. */
  readonly oldestAt: string | null;
};

export type DeadLetterGroups = Page<DeadLetterGroup> & { readonly total: number; readonly asOf: string };

export type DeadLetterEpisode = {
  readonly episode: number;
  readonly cause: DeadLetterCause;
  readonly paths: readonly string[];
  readonly attempts: number;
  readonly failedAt: string;
};

/** An admin's action on one. */
export type DeadLetterActionRow = {
  readonly act: 'discarded' | 'reopened';
  readonly at: string;
  readonly by: string;
  readonly reason: string;
};

/** A replay that included it, and its outcome; none yet, or none any more where the run was canceled. */
export type DeadLetterReplay = {
  readonly runId: string;
  readonly name: string;
  readonly outcome: 'done' | 'failed' | 'skipped' | null;
  readonly at: string;
};

export type DeadLetterDetail = DeadLetterRow & {
  /** The part that can be rewritten: its payload, or its whole body where the envelope itself is broken. */
  readonly amendable: 'payload' | 'body' | 'no';
  /** The number of signed bytes, and the time until which they are kept. */
  readonly bytes: number;
  readonly retainUntil: string | null;
  readonly episodeList: readonly DeadLetterEpisode[];
  readonly amendments: readonly AmendmentRow[];
  readonly acts: readonly DeadLetterActionRow[];
  readonly replays: readonly DeadLetterReplay[];
};

/** Events that an older catalogue ignored and this one can read, by type. */
export type ReadableIgnored = { readonly items: readonly { readonly type: string; readonly count: number }[] };
/** The dead letters that an action means: some by their numbers, or all that matched a filter at a moment. */
export type DeadLetterChoice =
  | { readonly ids: readonly number[] }
  | { readonly filter: DeadLetterFilter; readonly asOf: string };
