import { expect, test } from 'vitest';
import { complaints, lowered, type StructureRow } from './baseline.ts';
import { structureTable } from './table.ts';

const row = (name: string, value: number, bound?: number): StructureRow => ({
  measure: { name, read: () => ({ value, places: [] }) },
  figure: { value, places: ['lib/gone.ts is gone'] },
  bound,
});
const lines: StructureRow = {
  measure: { name: 'lines', unbounded: true, read: () => ({ value: 1, places: [] }) },
  figure: { value: 83_000, places: [] },
  bound: undefined,
};

test('a figure over its bound is a complaint that says where to look; the same or a better one is none', () => {
  const rows = [row('copies', 4, 3), row('dialogs', 2, 2), row('arrows', 0, 1), lines];
  expect(complaints(rows, { copies: 3, dialogs: 2, arrows: 1 })).toEqual([
    'copies: 4, at most 3. The places: npm run structure -- --where "copies"',
  ]);
});

test('a measure without a bound, a bound without a measure and an unknown figure are complaints', () => {
  expect(complaints([row('new', 1), row('column', Number.POSITIVE_INFINITY, 2)], { old: 1, column: 2 })).toEqual([
    'new has no bound: run `npm run structure -- --write`.',
    'column: lib/gone.ts is gone',
    'scripts/structure/baseline.json bounds "old", which nothing measures.',
  ]);
});

test('writing lowers bounds and never raises one', () => {
  expect(lowered([row('better', 1, 3), row('worse', 5, 3), row('new', 7), lines])).toEqual({
    better: 1,
    worse: 3,
    new: 7,
  });
});

test('the table is aligned and marks what is worse', () => {
  expect(structureTable([row('copies', 1_204, 3), row('a longer name', 2, 2), lines])).toBe(
    [
      'measure           now  bound',
      'copies          1,204  3  ✗ worse',
      'a longer name       2  2',
      'lines          83,000  –',
    ].join('\n'),
  );
});
