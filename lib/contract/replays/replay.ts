import type { DeadLetterCause } from '#lib/domain/dead-letters/dead-letter';
import type { Prediction, ReplayOutcome, ReplayState } from '#lib/domain/replays/replay';
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
  /** The number of events that the preview has read so far. */
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

/** One row of the dry-run diff. `key` identifies it among others of the run. */
export type ReplayChangeRow = RowChange & {
  readonly id: string;
  readonly model: string;
  readonly group: ChangeGroup;
};

/** A subject with an event newer than the replayed one. */
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
  /** The reason why it was dead when the set was frozen. */
  readonly cause: DeadLetterCause | null;
  readonly predicted: Prediction | null;
  readonly predictedWhy: string | null;
  readonly outcome: ReplayOutcome | null;
  readonly why: string | null;
  /** The path that does not fit, never a value. */
  readonly paths: readonly string[];
  readonly settledAt: string | null;
};

/** The answer of a preview (model.md): the frozen set's numbers, with the first predicted changes and the first newer subjects. */
export type ReplayPreview = Omit<ReplayDetail, 'changed'> & {
  readonly previewId: string;
  readonly changed: Readonly<Record<ChangeGroup, number>>;
  readonly changes: readonly ReplayChangeRow[];
  readonly newerState: readonly NewerSubject[];
};

/** The events of a run: a filter of dead letters or ignored events, or named events. */
export type ReplayAsked = {
  readonly name: string;
  readonly reason: string;
  readonly filter?: Readonly<Record<string, string>> | undefined;
  readonly ids?: readonly number[] | undefined;
};
