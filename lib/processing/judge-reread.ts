import type { ReplayEvent } from '#lib/db/replay-events';
import type { Meaning } from '#lib/domain/meaning';
import { fallen } from './fallen.ts';
import type { Judged } from './judge-replay.ts';

/** What a processed event means today, or why it is passed over. What cannot be read any more is told so, and is a dead letter from the run on. */
export function judgeReread(event: ReplayEvent, interpret: (row: ReplayEvent) => Meaning): Judged {
  if (event.purged) return { skip: 'no-longer-retained' };
  if (event.status !== 'processed') return { skip: 'not-processed' };
  try {
    return { meaning: interpret(event) };
  } catch (error) {
    return { meaning: fallen(event, error) };
  }
}
