import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trendOf } from './trend.ts';

test('events within a day are counted by the hour, the present one last', () => {
  const { unit, counts } = trendOf(
    [
      [0, 5],
      [23, 2],
    ],
    [
      [0, 6],
      [1, 1],
    ],
  );
  expect([unit, counts.length, counts.at(-1), counts[0]]).toEqual(['hour', 24, 5, 2]);
});

test('older events are counted by the day', () => {
  const days = [
    [0, 3],
    [1, 4],
    [6, 8],
  ] as const;
  expect(trendOf([[0, 3]], days)).toEqual({ unit: 'day', counts: [8, 0, 0, 0, 0, 4, 3] });
});

test('no event is lost or counted twice', () => {
  const day = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 50 }));
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 20 }), (days) => {
      const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);
      expect(sum(trendOf([], days).counts)).toBe(sum(days.map(([, count]) => count)));
    }),
  );
});
