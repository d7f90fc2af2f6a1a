import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trendOf } from './trend.ts';

test('what happened within a day is told by the hour, the present one last', () => {
  const { unit, counts } = trendOf([
    [0, 5],
    [23, 2],
  ]);
  expect([unit, counts.length, counts.at(-1), counts[0]]).toEqual(['hour', 24, 5, 2]);
});

test('what is older is told by the day', () => {
  const { unit, counts } = trendOf([
    [0, 1],
    [23, 2],
    [24, 4],
    [167, 8],
  ]);
  expect([unit, counts]).toEqual(['day', [8, 0, 0, 0, 0, 4, 3]]);
});

test('nothing of the last seven days is lost or counted twice', () => {
  const hour = fc.tuple(fc.integer({ min: 0, max: 167 }), fc.integer({ min: 0, max: 50 }));
  fc.assert(
    fc.property(fc.array(hour, { maxLength: 40 }), (hours) => {
      const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);
      expect(sum(trendOf(hours).counts)).toBe(sum(hours.map(([, count]) => count)));
    }),
  );
});
