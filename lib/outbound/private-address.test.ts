import { expect, test } from 'vitest';
import { isPrivateAddress } from './private-address.ts';

test.each([
  ['127.0.0.1', true],
  ['10.1.2.3', true],
  ['172.16.0.1', true],
  ['172.32.0.1', false],
  ['192.168.1.1', true],
  ['169.254.169.254', true],
  ['100.64.0.1', true],
  ['0.0.0.0', true],
  ['224.0.0.1', true],
  ['255.255.255.255', true],
  ['8.8.8.8', false],
  ['93.184.216.34', false],
  ['::1', true],
  ['::', true],
  ['::ffff:10.0.0.1', true],
  ['::ffff:169.254.169.254', true],
  ['::ffff:a9fe:a9fe', true],
  ['64:ff9b::a00:1', true],
  ['2002:a00:1::', true],
  ['::ffff:0:10.0.0.1', true],
  ['fe80::1', true],
  ['fec0::1', true],
  ['fd00::1', true],
  ['2606:4700:4700::1111', false],
  ['localhost', true],
  ['', true],
])('%s is refused to a tenant: %s', (address, refused) => {
  expect(isPrivateAddress(address)).toBe(refused);
});
