import type { PredictedOutcome } from '#lib/db/replays/replay-preview';
import type { ReplayVerdict } from './evaluate-replay.ts';

/** A preview's prediction for an event. */
export function predictionOf(seq: bigint, judged: ReplayVerdict): PredictedOutcome {
  if ('skip' in judged) return { seq, predicted: 'skip', why: judged.skip };
  const { rejection } = judged.meaning.settled;
  return rejection ? { seq, predicted: 'fail', why: rejection.cause } : { seq, predicted: 'process', why: null };
}
