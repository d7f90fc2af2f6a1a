import { expect, test } from 'vitest';
import { masked } from './email.ts';

test.each([
  ['ana@example.com', 'a…@example.com'],
  ['a@example.com', '…@example.com'],
  ['"a@b"@example.com', '"…@example.com'],
  ['@example.com', '…'],
  ['no address', '…'],
])('%s is shown as %s', (written, shown) => {
  expect(masked(written)).toBe(shown);
});
