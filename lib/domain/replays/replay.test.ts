import { describe, expect, test } from 'vitest';
import { passedOver, type Replayable, replayBatch, type SkipReason } from './replay.ts';

const dead: Replayable = {
  ...{ status: 'dead', runId: 'this', purged: false },
  deadLetter: { state: 'open', replayRunId: null },
};
const letter = (state: string, replayRunId: string | null = null) => ({ deadLetter: { state, replayRunId } });

describe('what a run reads, and what it passes over', () => {
  const cases: readonly [string, Partial<Replayable>, SkipReason | null][] = [
    ['an open dead letter', {}, null],
    ['one that this run holds', letter('replaying', 'this'), null],
    ['one that another run holds', letter('replaying', 'other'), 'in-another-run'],
    ['one that was discarded', letter('discarded'), 'discarded'],
    ['one that was resolved', letter('resolved'), 'resolved'],
    ['an ignored event', { status: 'ignored', deadLetter: null }, null],
    ['an event processed meanwhile', { status: 'processed' }, 'already-processed'],
    ['an event that is still being retried', { status: 'received', deadLetter: null }, 'being-retried'],
    ['an event without content', { purged: true }, 'no-longer-retained'],
  ];
  for (const [name, given, why] of cases)
    test(`${name}: ${why ?? 'read'}`, () => expect(passedOver({ ...dead, ...given })).toBe(why));
});

test('a batch keeps the rate within a quarter of a second, is never empty and never larger than 256', () => {
  expect([1, 4, 50, 400, 5_000].map(replayBatch)).toEqual([1, 1, 12, 100, 256]);
});
