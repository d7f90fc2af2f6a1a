import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayIn } from './day-in.ts';
import { weekHourOf } from './week-hour.ts';

const zones = [
  'UTC',
  'America/Guatemala',
  'America/Mexico_City',
  'America/New_York',
  'Europe/Madrid',
  'Asia/Kathmandu',
];
const written = new Map(
  zones.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' },
      ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    }),
  ]),
);
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

test('day and hour of the week are those of the zone’s own clock, also while the clocks change', () => {
  const hour = 3_600_000;
  const changes = [
    '2021-04-04T08:00Z',
    '2022-10-30T07:00Z',
    '2026-03-08T07:00Z',
    '2026-11-01T06:00Z',
    '2026-03-29T01:00Z',
  ];
  const near = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -3 * hour, max: 3 * hour }))
    .map(([change, away]) => Date.parse(change) + away);
  const any = fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2037-12-31') });
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.oneof(near, any), (zone, at) => {
      const parts = written.get(zone)?.formatToParts(at) ?? [];
      const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
      expect(dayIn(zone, new Date(at))).toBe(`${part('year')}-${part('month')}-${part('day')}`);
      expect(weekHourOf(at, zone)).toBe(days.indexOf(part('weekday')) * 24 + Number(part('hour')));
    }),
  );
});
