import { expect, test } from 'vitest';
import { byUrgency, expiryAge, urgencyOf } from './worklist.ts';

test('risk × age: a recall of a minute goes before an old return, and of two alike the older', () => {
  const now = Date.UTC(2026, 10, 20);
  const ago = (hours: number) => new Date(now - hours * 3_600_000).toISOString();
  const score = (kind: 'recall' | 'return' | 'reorder', hours: number) => urgencyOf(kind, ago(hours), now);
  expect(score('recall', 0)).toBeGreaterThan(score('return', 10_000));
  expect(score('return', 30)).toBeGreaterThan(score('return', 2));
  const listed = byUrgency([
    { id: 'b', score: 1 },
    { id: 'a', score: 1 },
    { id: 'c', score: 2 },
  ]);
  expect(listed.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
});

test('a lot with a day left goes before one with thirty, and what expired long ago before what expired yesterday', () => {
  const now = Date.UTC(2026, 10, 20);
  const score = (expiryDate: string) => {
    const expired = expiryDate < '2026-11-20';
    return urgencyOf(expired ? 'expired' : 'expiry', expiryAge(expiryDate, 30, expired), now);
  };
  const dates = ['2026-10-01', '2026-11-19', '2026-11-21', '2026-12-05', '2026-12-20'];
  const scores = dates.map(score);
  expect(scores.toSorted((a, b) => b - a)).toEqual(scores);
  expect(new Set(scores).size).toBe(dates.length);
});
