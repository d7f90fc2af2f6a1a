import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nothingTaken, type Taken, take } from './rate.ts';

/** Deliveries of so many events, each so many milliseconds after the one before; which of them are let in. */
function letIn(perSecond: number, deliveries: readonly (readonly [afterMs: number, events: number])[]): boolean[] {
  let taken: Taken = nothingTaken;
  let now = 0;
  return deliveries.map(([afterMs, events]) => {
    now += afterMs;
    const next = take(taken, perSecond, events, now);
    taken = next.taken;
    return next.waitMs === 0;
  });
}

test.each([
  [
    'as many at once as a second has',
    2,
    [
      [0, 1],
      [0, 1],
      [0, 1],
    ],
    [true, true, false],
  ],
  [
    'and more as the second goes by',
    2,
    [
      [0, 1],
      [0, 1],
      [499, 1],
      [1, 1],
    ],
    [true, true, false, true],
  ],
  [
    'a batch counts as its events',
    10,
    [
      [0, 10],
      [0, 1],
      [100, 1],
    ],
    [true, false, true],
  ],
  [
    'a batch above the rate is let in, and waited off',
    10,
    [
      [0, 50],
      [4_000, 1],
      [99, 1],
      [1, 1],
    ],
    [true, false, false, true],
  ],
  [
    'one a second',
    1,
    [
      [0, 1],
      [999, 1],
      [1, 1],
    ],
    [true, false, true],
  ],
] as const)('%s', (_, perSecond, deliveries, expected) => {
  expect(letIn(perSecond, deliveries)).toEqual(expected);
});

test('a sender that waits as long as the answer says is let in; in the long run no more than the rate comes through, whatever the batches', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 20 }),
      (perSecond, batches) => {
        let taken: Taken = nothingTaken;
        let now = 0;
        for (const events of batches) {
          now += take(taken, perSecond, events, now).waitMs;
          const next = take(taken, perSecond, events, now + 1e-6);
          expect(next.waitMs).toBe(0);
          taken = next.taken;
        }
        const all = batches.reduce((sum, events) => sum + events, 0);
        expect(all - (batches.at(-1) ?? 0) - perSecond).toBeLessThanOrEqual((now / 1000) * perSecond + 1e-3);
      },
    ),
  );
});
