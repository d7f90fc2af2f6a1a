import fc from 'fast-check';
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

test.each(['soon', '', '2026-02-30T10:00', '2026-13-01T10:00', '2026-01-01T24:00', '+012026-01-01T10:00'])(
  '%j is no time',
  (text) => {
    expect(zonedInstant(text, 'Europe/Madrid')).toBeNull();
  },
);

test('a wall-clock time reads back as it was written, unless the clocks skip it', () => {
  const zones = ['America/Guatemala', 'America/Mexico_City', 'America/New_York', 'Europe/Madrid', 'Asia/Kathmandu'];
  const days = ['2021-04-04', '2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01', '2026-06-15'];
  const second = fc.integer({ min: 0, max: 86_399 });
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.constantFrom(...days), second, (zone, day, at) => {
      const text = new Date(Date.parse(day) + at * 1000).toISOString().slice(0, 19);
      const back = zonedText(zonedInstant(text, zone) ?? '', zone);
      const skipped = Date.parse(`${back}Z`) - Date.parse(`${text}Z`);
      expect([0, 3_600_000]).toContain(skipped);
    }),
  );
});

test('a time written in the zone reads back as the same second', () => {
  expect(zonedText('2026-11-20T16:42:07.900Z', 'America/Guatemala')).toBe('2026-11-20T10:42:07');
});
