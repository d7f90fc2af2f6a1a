import { expect, test } from 'vitest';
import { type BenchFigure, median, ratios, reached, shown } from './figure.ts';

const figure = (rounds: readonly number[], reach: BenchFigure['reach']): BenchFigure => ({
  ...{ section: 's', what: 'w', against: 'a', rounds, unit: '×', reach },
});

test('the figure is the middle of the rounds: one that was disturbed does not move it', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([0.9, 0.9, 0.1])).toBe(0.9);
});

test('a ratio is taken within its round', () => {
  expect(ratios([10, 30], [20, 15])).toEqual([0.5, 2]);
});

test('a reach is a floor or a ceiling, and what has none is neither reached nor missed', () => {
  expect(reached(figure([0.84, 0.85, 0.9], { at: 'least', value: 0.85 }))).toBe(true);
  expect(reached(figure([0.8], { at: 'least', value: 0.85 }))).toBe(false);
  expect(reached(figure([1.4], { at: 'most', value: 1.3 }))).toBe(false);
  expect(reached(figure([1.4], null))).toBe(null);
});

test.each<[number, BenchFigure['unit'], string]>([
  [0.864, '×', '0.86 ×'],
  [12.34, 'ms', '12.3 ms'],
  [310.2, 'ms', '310 ms'],
  [2127.4, '/s', '2127/s'],
])('%d %s reads %s', (value, unit, text) => {
  expect(shown(value, unit)).toBe(text);
});
