import { expect, test } from 'vitest';
import { idlenessAt, renewalDue } from './idleness.ts';

const minute = 60_000;

test.each([
  [0, { kind: 'active' }],
  [13 * minute - 1, { kind: 'active' }],
  [13 * minute, { kind: 'warned', secondsLeft: 120 }],
  [15 * minute - 1, { kind: 'warned', secondsLeft: 1 }],
  [15 * minute, { kind: 'idle' }],
  [9 * 60 * minute, { kind: 'idle' }],
])('%i ms without a hand on it: %o', (idle, expected) => {
  expect(idlenessAt(1_000_000 + idle, 1_000_000)).toEqual(expected);
});

test('a page that is only looked at, or refetches by itself, never renews its session', () => {
  expect(renewalDue(10 * minute, 0, 0)).toBe(false);
});

test('activity renews once it is 65 seconds since the last renewal', () => {
  expect(renewalDue(64_999, 30_000, 0)).toBe(false);
  expect(renewalDue(65_000, 30_000, 0)).toBe(true);
});
