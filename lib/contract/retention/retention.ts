import type { Retention } from '#lib/domain/retention/retention';

/** One type of event: how long it is kept, how many are due now, when the next is, and when any was removed last. Instants are ISO 8601 UTC. */
export type RetentionClock = {
  readonly type: string;
  readonly keep: Retention;
  readonly due: number;
  readonly next: string | null;
  readonly last: { readonly run: number; readonly at: string; readonly removed: number } | null;
};

export const holdKinds = ['patient', 'prescription', 'lot', 'recall', 'source', 'everything'] as const;
export type HoldKind = (typeof holdKinds)[number];

/** `subject`: an id with its system, of a source its key; null: everything. The period is that of receipt. */
export type LegalHoldRow = {
  readonly id: string;
  readonly kind: HoldKind;
  readonly subject: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string;
  readonly placedBy: string;
  readonly placedAt: string;
  readonly released: { readonly by: string; readonly at: string; readonly reason: string } | null;
};

/** The number of deleted events of a type, and the reasons why others stayed. */
export type PurgeTally = {
  readonly type: string;
  readonly removed: number;
  /** Under a legal hold. */
  readonly held: number;
  /** Open dead letters, replays under way, amendments to decide. */
  readonly unsettled: number;
  /** Their subject is kept longer. */
  readonly outlived: number;
  /** The state does not hold them yet. */
  readonly later: number;
};

export type PurgeRunState = 'running' | 'paused' | 'done' | 'stopped';

/** One purge: its record. No content, and nothing of it changes once it has ended. `by`: null is the daily run. */
export type PurgeRunRow = {
  readonly id: number;
  readonly state: PurgeRunState;
  readonly asOf: string;
  readonly receivedBefore: string | null;
  readonly by: string | null;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly total: number;
  readonly looked: number;
  readonly removed: number;
  readonly hash: string;
  readonly types: readonly PurgeTally[];
};

export type RetentionOverview = {
  readonly at: string;
  readonly clocks: readonly RetentionClock[];
  /** The run that goes on or waits. */
  readonly open: PurgeRunRow | null;
  readonly holds: number;
};

/** The effects of a run now. `looked` of `due` were examined one by one; for the rest the run itself decides. */
export type PurgePreview = {
  readonly asOf: string;
  readonly due: number;
  readonly looked: number;
  readonly types: readonly PurgeTally[];
};

/** True where the hash of a run's record matches its deletion records in the ledger. */
export type PurgeCheck = { readonly matches: boolean; readonly events: number };
