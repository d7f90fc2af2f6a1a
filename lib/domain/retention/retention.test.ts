import { expect, test } from 'vitest';
import { type Retention, retainUntil } from './retention.ts';

test.each<[Retention, string, string]>([
  ['30d', '2026-11-03T09:00:00.000Z', '2026-12-03T09:00:00.000Z'],
  ['90d', '2026-11-03T09:00:00.000Z', '2027-02-01T09:00:00.000Z'],
  ['2y', '2026-11-03T09:00:00.000Z', '2028-11-03T09:00:00.000Z'],
  ['7y', '2028-02-29T09:00:00.000Z', '2035-03-01T09:00:00.000Z'],
  ['10y', '2026-11-03T09:00:00.123Z', '2036-11-03T09:00:00.123Z'],
])('what is kept %s and came at %s goes at %s', (keep, receivedAt, until) => {
  expect(retainUntil(receivedAt, keep)).toBe(until);
});
