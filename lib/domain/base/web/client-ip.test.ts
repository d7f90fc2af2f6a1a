import { expect, test } from 'vitest';
import { clientIp, inNetworks, isNetwork } from './client-ip.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['1.2.3.4, 10.0.0.5', '10.0.0.5'],
  ['1.2.3.4, ::ffff:10.0.0.5', '10.0.0.5'],
  ['10.1.2.3, ::1', '::1'],
  ['', 'unknown'],
  [null, 'unknown'],
])('where no proxy is trusted, the client of %s is the peer, %s', (forwarded, asker) => {
  expect(clientIp(forwarded, inNetworks([]))).toBe(asker);
});

test.each([
  ['198.51.100.1, 203.0.113.7, 10.0.0.4', '203.0.113.7'],
  ['198.51.100.1, 10.1.2.3, ::1', '10.1.2.3'],
  ['198.51.100.1, 10.1.2.3, ::ffff:10.0.0.4', '10.1.2.3'],
  ['198.51.100.1, 2001:db8::1, fd00::2, 10.0.0.4', '2001:db8::1'],
  ['1.2.3.4, 10.1.2.3', '10.1.2.3'],
  ['unknown, 10.0.0.4', 'unknown'],
  ['10.0.0.4, ::1', '10.0.0.4'],
])('behind trusted proxies, the client of %s is %s', (forwarded, asker) => {
  expect(clientIp(forwarded, inNetworks(['10.0.0.0/24', '::1', 'fd00::/64']))).toBe(asker);
});

test.each([
  ['10.0.0.0/8', true],
  ['10.0.0.1', true],
  ['::1', true],
  ['fd00::/64', true],
  ['10.0.0.0/33', false],
  ['fd00::/129', false],
  ['10.0.0.0/', false],
  ['10.0.0.0/8/8', false],
  ['proxy.clinic.test', false],
  ['', false],
])('%s names a network: %s', (text, named) => {
  expect(isNetwork(text)).toBe(named);
});
