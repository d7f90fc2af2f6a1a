import { expect, test } from 'vitest';
import { byUrgency, urgencyOf } from './to-do.ts';

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
