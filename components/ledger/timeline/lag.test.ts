import { expect, test } from 'vitest';
import { lagBetween } from './lag.ts';

test.each([
  ['2026-11-20T10:00:00.400Z', null],
  ['2026-11-20T10:00:02.900Z', { count: 2, unit: 'second' }],
  ['2026-11-20T10:01:30.000Z', { count: 1, unit: 'minute' }],
  ['2026-11-20T13:59:00.000Z', { count: 3, unit: 'hour' }],
  ['2026-11-22T10:00:00.000Z', { count: 2, unit: 'day' }],
  ['2026-11-20T09:59:00.000Z', null],
])('happened at ten, received at %s', (receivedAt, lag) => {
  expect(lagBetween('2026-11-20T10:00:00.000Z', receivedAt)).toEqual(lag);
});
