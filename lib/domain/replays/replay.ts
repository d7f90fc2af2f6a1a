export const replayStates = ['previewing', 'previewed', 'running', 'paused', 'canceled', 'done'] as const;
export type ReplayState = (typeof replayStates)[number];

export const predictions = ['process', 'fail', 'skip'] as const;
export type Prediction = (typeof predictions)[number];

export const replayOutcomes = ['done', 'failed', 'skipped'] as const;
export type ReplayOutcome = (typeof replayOutcomes)[number];

/** The reason why nothing was done with an event of a run. */
export const skipReasons = [
  'already-processed',
  'resolved',
  'discarded',
  'being-retried',
  'in-another-run',
  'still-ignored',
  'no-longer-retained',
  'no-longer-there',
  'not-processed',
  'canceled',
] as const;
export type SkipReason = (typeof skipReasons)[number];

/** The actions that people may take on a run, and the states that permit them. */
export const replayActions = {
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  cancel: { from: ['previewing', 'previewed', 'running', 'paused'], to: 'canceled' },
} as const satisfies Record<string, { readonly from: readonly ReplayState[]; readonly to: ReplayState }>;
export type ReplayAction = keyof typeof replayActions;

/** Events a second that a run may be asked for. */
export const replayRates = { least: 1, most: 5_000, usual: 50 } as const;

/** No more than this at once, however fast: others' locks and a pause wait for a batch. */
export const largestReplayBatch = 256;
/** A slow run takes a few at once several times a second rather than one at a time. */
const ticksPerSecond = 4;

/** The number of events that a run takes at once to keep its rate. */
export function replayBatch(ratePerSecond: number): number {
  return Math.max(1, Math.min(largestReplayBatch, Math.floor(ratePerSecond / ticksPerSecond)));
}

/** The facts of an event that decide whether it may be replayed at all. */
export type Replayable = {
  readonly status: string;
  /** The run that asks. */
  readonly runId: string;
  readonly deadLetter: { readonly state: string; readonly replayRunId: string | null } | null;
  /** Its content was purged: there is nothing left to read. */
  readonly purged: boolean;
};

/** The reason why an event is skipped; null when it is to be read. */
export function passedOver({ status, runId, deadLetter, purged }: Replayable): SkipReason | null {
  if (purged) return 'no-longer-retained';
  if (status === 'processed') return 'already-processed';
  if (status === 'received') return 'being-retried';
  if (deadLetter?.state === 'discarded') return 'discarded';
  if (deadLetter?.state === 'resolved') return 'resolved';
  const elsewhere = deadLetter?.state === 'replaying' && deadLetter.replayRunId !== runId;
  return elsewhere ? 'in-another-run' : null;
}
