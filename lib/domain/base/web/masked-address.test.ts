import { expect, test } from 'vitest';
import { maskedAddress, withoutAddresses } from './masked-address.ts';

test.each([
  ['ana.lopez@example.com', 'a…@example.com'],
  ['a@example.com', '…@example.com'],
  ['no address', '…'],
])('%s is shown as %s', (written, shown) => {
  expect(maskedAddress(written)).toBe(shown);
});

test.each([
  ['550 5.7.1 <ana.lopez@example.com>: blocked', '550 5.7.1 <…@example.com>: blocked'],
  ['mailto:ana+rx@mail.example.com is over quota', 'mailto:…@mail.example.com is over quota'],
  ['451 4.4.1 Connection timed out', '451 4.4.1 Connection timed out'],
])('%s is masked as %s', (words, told) => {
  expect(withoutAddresses(words)).toBe(told);
});
