import type { DeadLetterCause } from '#lib/domain/dead-letters/dead-letter';
import type { ReplayOutcome, Prediction, ReplayState } from '#lib/domain/replays/replay';
import type { ChangeGroup, RowChange } from '#lib/domain/replays/replay-change';

export type Counts = Readonly<Record<string, number>>;

/** A run, or a preview that was never begun: numbers, names of people of the tenant, codes and times. */
export type ReplayRow = {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly state: ReplayState;
  readonly createdBy: string | null;
  readonly createdAt: string;
  readonly startedBy: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly total: number;
  /** How many events the preview has read so far. */
  readonly previewed: number;
  readonly willProcess: number;
  readonly willFail: number;
  readonly willSkip: number;
  readonly done: number;
  readonly failed: number;
  readonly skipped: number;
  readonly remaining: number;
  readonly ratePerSecond: number | null;
};

export type ReplayDetail = ReplayRow & {
  readonly bySource: Counts;
  readonly byType: Counts;
  readonly byCause: Counts;
  /** Rows that would change, by group and by table. */
  readonly changed: Readonly<Record<ChangeGroup, number>>;
  readonly changedRows: number;
  readonly newerSubjects: number;
};

/** One row of the dry-run diff. `key` tells it from others of the run. */
export type ReplayChangeRow = RowChange & {
  readonly id: string;
  readonly model: string;
  readonly group: ChangeGroup;
};

/** A subject that something newer than the replayed event was heard of already. */
export type NewerSubject = {
  readonly id: string;
  readonly model: string;
  readonly subject: string;
  readonly newest: string;
  readonly replayed: string;
};

export type ReplayItemRow = {
  readonly id: string;
  readonly seq: number;
  readonly source: string;
  readonly type: string | null;
  /** Why it was dead when the set was frozen. */
  readonly cause: DeadLetterCause | null;
  readonly predicted: Prediction | null;
  readonly predictedWhy: string | null;
  readonly outcome: ReplayOutcome | null;
  readonly why: string | null;
  /** Where it does not fit, never a value. */
  readonly paths: readonly string[];
  readonly settledAt: string | null;
};

/** What a preview answers (model.md): the frozen set's numbers, with the first of what would change and of what is newer already. */
export type ReplayPreview = Omit<ReplayDetail, 'changed'> & {
  readonly previewId: string;
  readonly changed: Readonly<Record<ChangeGroup, number>>;
  readonly changes: readonly ReplayChangeRow[];
  readonly newerState: readonly NewerSubject[];
};

/** What a run is asked for: a filter of dead letters or ignored events, or named events. */
export type ReplayAsked = {
  readonly name: string;
  readonly reason: string;
  readonly filter?: Readonly<Record<string, string>> | undefined;
  readonly ids?: readonly number[] | undefined;
};
