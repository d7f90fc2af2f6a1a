import { expect, test } from 'vitest';
import { nearestAddress } from './nearest-address.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['198.51.100.1, 203.0.113.7', '203.0.113.7'],
  ['203.0.113.7, 10.0.0.4', '203.0.113.7'],
  ['198.51.100.1, 203.0.113.7, ::ffff:172.20.0.3', '203.0.113.7'],
  ['2001:db8::1, fd00::2', '2001:db8::1'],
  ['127.0.0.1', '127.0.0.1'],
  ['10.1.2.3, ::1', '::1'],
  ['', 'unknown'],
  [null, 'unknown'],
])('%s was asked by %s', (forwarded, asker) => {
  expect(nearestAddress(forwarded)).toBe(asker);
});
