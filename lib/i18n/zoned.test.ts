import { expect, test } from 'vitest';
import { zonedInstant, zonedText } from './zoned.ts';

test.each([
  ['2026-11-20T10:42', 'America/Guatemala', '2026-11-20T16:42:00.000Z'],
  ['2026-11-20T10:42:07', 'America/Guatemala', '2026-11-20T16:42:07.000Z'],
  ['2026-07-01T00:30', 'Europe/Madrid', '2026-06-30T22:30:00.000Z'],
  ['2026-01-01T00:30', 'Asia/Kathmandu', '2025-12-31T18:45:00.000Z'],
  ['2026-03-29T02:30', 'Europe/Madrid', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25T02:30', 'Europe/Madrid', '2026-10-25T00:30:00.000Z'],
])('%s in %s is %s', (text, zone, instant) => {
  expect(zonedInstant(text, zone)).toBe(instant);
});

test('what is not a time is none', () => {
  expect(zonedInstant('soon', 'UTC')).toBeNull();
});

test('a time written in the zone reads back as the same second', () => {
  expect(zonedText('2026-11-20T16:42:07.900Z', 'America/Guatemala')).toBe('2026-11-20T10:42:07');
});
