import type { ReplayEvent } from '#lib/db/replays/replay-events';
import type { Settlement } from '#lib/db/replays/replay-items';
import type { ReplayVerdict } from '#lib/processing/replays/evaluate-replay';

/** The outcome of an event of a run. `attempts`: the number of tries with this one. */
export function settlementOf({ seq }: ReplayEvent, judged: ReplayVerdict, attempts: number): Settlement {
  if ('skip' in judged) return { seq, outcome: 'skipped', why: judged.skip, paths: [], attempts };
  const { rejection } = judged.meaning.settled;
  return rejection
    ? { seq, outcome: 'failed', why: rejection.cause, paths: rejection.paths, attempts }
    : { seq, outcome: 'done', why: null, paths: [], attempts };
}

/** An event that is in the ledger no more is skipped: a run never waits for it. */
export function missing(seqs: readonly bigint[], events: readonly ReplayEvent[]): readonly Settlement[] {
  const there = new Set(events.map(({ seq }) => seq));
  return seqs
    .filter((seq) => !there.has(seq))
    .map((seq) => ({ seq, outcome: 'skipped', why: 'no-longer-there', paths: [], attempts: 0 }));
}
