import { expect, test } from 'vitest';
import { anInstant } from './filter-field.ts';

test.each([
  ['2026-11-12T12:00:00Z', '2026-11-12T12:00:00.000Z'],
  ['2026-11-12T12:00Z', '2026-11-12T12:00:00.000Z'],
  ['2026-11-12T12:00:00.5-06:00', '2026-11-12T18:00:00.500Z'],
  ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
])('%s is an instant', (text, at) => {
  expect(anInstant.read(text)).toBe(at);
});

test.each([
  '2026-02-30T00:00:00Z',
  '2027-02-29T00:00:00Z',
  '2026-11-31T12:00:00-06:00',
  '2026-11-12T24:00:00Z',
  '2026-11-12',
  '2026-11-12T12:00:00',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59-06:00',
  'yesterday',
])('%s is no instant: no day is taken for another one', (text) => {
  expect(anInstant.read(text)).toBeUndefined();
});
