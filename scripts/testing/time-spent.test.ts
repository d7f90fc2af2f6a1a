import { expect, test } from 'vitest';
import { timeSpent } from './time-spent.ts';

test('a run tells the time of each stage and the slowest files, longest first', () => {
  const files = [
    { file: 'a.test.ts', seconds: 6 },
    { file: 'b.test.ts', seconds: 90 },
  ];
  expect(timeSpent([{ file: 'unit', seconds: 96 }], files)).toEqual([
    'time spent:   1.6 min',
    '    1.6 min  unit',
    'slowest files:',
    '    1.5 min  b.test.ts',
    '    0.1 min  a.test.ts',
  ]);
});

test('no more than twelve files are named', () => {
  const files = Array.from({ length: 40 }, (_, index) => ({ file: `${index}.test.ts`, seconds: index }));
  expect(timeSpent([], files)).toHaveLength(2 + 12);
});
