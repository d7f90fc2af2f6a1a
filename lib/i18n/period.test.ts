import { expect, test } from 'vitest';
import { periodInstants } from './period.ts';

test.each([
  ['America/Guatemala', '2026-02-01', '2026-02-28', '2026-02-01T06:00:00.000Z', '2026-03-01T06:00:00.000Z'],
  ['Asia/Kathmandu', '2026-01-01', '2026-01-01', '2025-12-31T18:15:00.000Z', '2026-01-01T18:15:00.000Z'],
  ['Europe/Madrid', '2026-03-29', '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
  ['America/New_York', '2026-11-01', '2026-11-01', '2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z'],
  ['America/Santiago', '2026-09-06', '2026-09-06', '2026-09-06T04:00:00.000Z', '2026-09-07T03:00:00.000Z'],
])('in %s the days %s to %s count in full', (zone, first, last, from, to) => {
  expect(periodInstants(first, last, zone)).toEqual({ from, to });
});

test('a period without a first or a last day is open there', () => {
  expect(periodInstants('', '', 'UTC')).toEqual({});
});
