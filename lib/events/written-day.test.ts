import { expect, test } from 'vitest';
import { writtenDay } from './written-day.ts';

test.each([
  ['2027-03-09', '2027-03-09'],
  ['2027-03-09T22:00:00-06:00', '2027-03-09'],
  ['2027/3/9', '2027-03-09'],
  ['20270309', '2027-03-09'],
  ['31/03/2027', '2027-03-31'],
  ['03/31/2027', '2027-03-31'],
  ['31.03.2027', '2027-03-31'],
  ['7-7-2027', '2027-07-07'],
])('%s names the day %s', (written, day) => {
  expect(writtenDay(written)).toEqual({ is: day });
});

test.each([
  ['2027-03', '2027-03-31'],
  ['2028-02', '2028-02-29'],
  ['03/2027', '2027-03-31'],
  ['4.2027', '2027-04-30'],
  ['2027-03-00', '2027-03-31'],
  ['00/03/2027', '2027-03-31'],
  ['20270200', '2027-02-28'],
])('%s names a month, and its last day %s counts', (written, day) => {
  expect(writtenDay(written)).toEqual({ is: day });
});

test('where day and month cannot be distinguished both readings are given, the earlier first', () => {
  expect(writtenDay('03/04/2027')).toEqual({ earlier: '2027-03-04', later: '2027-04-03' });
  expect(writtenDay('12-11-2026')).toEqual({ earlier: '2026-11-12', later: '2026-12-11' });
});

test.each([
  '2027-02-31',
  '2027-13-01',
  '32/13/2027',
  '202703',
  '03/27',
  '2027',
  'next spring',
  '2027-03/09',
  '0000-01-01',
  '',
])('%j names no day', (written) => {
  expect(writtenDay(written)).toBeNull();
});
