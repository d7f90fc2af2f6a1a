import { expect, test } from 'vitest';
import { keepRowsInPlace } from './settle.ts';

type Row = { readonly id: string; readonly state: string };
const rows = (...ids: string[]): Row[] => ids.map((id) => ({ id, state: 'issued' }));
const ids = (list: readonly Row[]): string => list.map((row) => row.id).join('');
const idOf = (row: Row): string => row.id;

test.each([
  ['an empty list takes whatever comes', '', 'abc', 'abc', ''],
  ['new rows on top wait', 'abc', 'xyabc', 'abc', 'xy'],
  ['a row that arrives in the middle waits', 'abc', 'axbc', 'abc', 'x'],
  ['the next page is shown', 'abc', 'abcde', 'abcde', ''],
  ['new on top and a next page together', 'abc', 'xabcde', 'abcde', 'x'],
  ['a row pushed off the last page stays', 'abc', 'xab', 'abc', 'x'],
  ['nothing known among the fresh: all wait', 'abc', 'xyz', 'abc', 'xyz'],
  ['a row that no longer belongs goes', 'abc', 'ac', 'ac', ''],
  ['a row that moved keeps its place', 'abc', 'cab', 'abc', ''],
])('%s', (_, held, fresh, shown, waiting) => {
  const settled = keepRowsInPlace(rows(...held), rows(...fresh), idOf);
  expect(ids(settled.shown)).toBe(shown);
  expect(ids(settled.waiting)).toBe(waiting);
});

test('a held row takes its latest content', () => {
  const { shown } = keepRowsInPlace(rows('a', 'b'), [{ id: 'a', state: 'dispensed' }], idOf);
  expect(shown).toEqual([
    { id: 'a', state: 'dispensed' },
    { id: 'b', state: 'issued' },
  ]);
});

test('where the fresh rows are the whole list, what is not among them is gone, also at its end', () => {
  expect(ids(keepRowsInPlace(rows(...'abc'), rows(...'ab'), idOf, true).shown)).toBe('ab');
  expect(ids(keepRowsInPlace(rows(...'abc'), [], idOf, true).shown)).toBe('');
});
