import type { Silence } from '#lib/domain/connections/silence';
import type { SourceState } from '#lib/domain/ledger/source-state';

/** The known figures of one source at one moment. Ages and lags in seconds. */
export type SourceFacts = {
  readonly id: string;
  readonly key: string;
  readonly state: SourceState;
  /** Since it is paused; null: it is not. */
  readonly pausedSeconds: number | null;
  /** Seconds since it was made. */
  readonly ageSeconds: number;
  /** Since its last event; null: none ever came. */
  readonly quietSeconds: number | null;
  readonly silence: Silence;
  /** Of the events of the last quarter of an hour: how many there were, the middle lag from the fact to its receipt, the longest but a few to its processing. */
  readonly lately: number;
  readonly sentLagSeconds: number | null;
  readonly processLagSeconds: number | null;
  /** The mean lag from the fact to its receipt over the week before; null: too few to tell. */
  readonly usualSentLagSeconds: number | null;
  /** Dead letters of the last quarter of an hour that are still open. */
  readonly deadLately: number;
  /** Signatures refused this hour and the last, and how long ago the last of them. */
  readonly refusedLately: number;
  readonly refusedSecondsAgo: number | null;
};

export type WorkerFacts = { readonly ageSeconds: number; readonly clockMs: number };

export type CanaryFacts = {
  /** Off when the worker does not know the address of the web, or the operator wants none. */
  readonly on: boolean;
  /** Since the last one that is late was sent, when none came through after it. */
  readonly lostSeconds: number | null;
};

/** A cluster of failed emails: its cause, its beginning, and the number that wait. */
export type BounceClusterFacts = { readonly subject: string; readonly forSeconds: number; readonly open: number };

export type FlowFacts = {
  readonly sources: readonly SourceFacts[];
  readonly workers: readonly WorkerFacts[];
  readonly canary: CanaryFacts;
  readonly mailIncidents: readonly BounceClusterFacts[];
  readonly queued: number;
  /** Since the oldest event that is due became so. */
  readonly queueSeconds: number;
  readonly unsent: number;
  readonly outboxSeconds: number;
  readonly unsealedSeconds: number;
  /** Since the figures were last brought up to the ledger. */
  readonly countedSeconds: number;
  /** The seconds by which the asking process's clock is ahead of the database's. */
  readonly clockMs: number;
};
