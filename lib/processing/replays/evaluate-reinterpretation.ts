import type { ReplayEvent } from '#lib/db/replays/replay-events';
import type { Meaning } from '#lib/domain/ledger/meaning';
import { deadByInterpreterError } from '#lib/processing/ledger/interpreter-failure';
import type { ReplayVerdict } from './evaluate-replay.ts';

/**
 * The meaning of a processed event today, or the reason why it is skipped. An event that cannot be read any more is predicted as failing,
 * and is a dead letter from the run on.
 */
export function evaluateReinterpretation(event: ReplayEvent, interpret: (row: ReplayEvent) => Meaning): ReplayVerdict {
  if (event.purged) return { skip: 'no-longer-retained' };
  if (event.status !== 'processed') return { skip: 'not-processed' };
  try {
    return { meaning: interpret(event) };
  } catch (error) {
    return { meaning: deadByInterpreterError(event, error) };
  }
}
