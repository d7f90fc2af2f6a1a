import { expect, test } from 'vitest';
import { isEmailAddress } from './email-address.ts';

test.each([
  ['ana@example.com', true],
  ['ana.lopez+rx@mail.example.co', true],
  ["o'neil@example.com", true],
  ['josé@exämple.com', true],
  ['a@b.co', true],
  ['ana@example', false],
  ['ana@@example.com', false],
  ['ana example@example.com', false],
  ['ana@example.com\r\nBcc: all@example.com', false],
  ['Ana <ana@example.com>', false],
  ['ana@example.com, eva@example.com', false],
  ['.ana@example.com', false],
  ['ana..lopez@example.com', false],
  ['ana@-example.com', false],
  ['ana@example..com', false],
  ['ana@127.0.0.1', false],
  ['@example.com', false],
  ['ana@', false],
  ['', false],
  [`${'a'.repeat(65)}@example.com`, false],
  [`ana@${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(10)}.com`, false],
  ['a\u0000b@example.com', false],
])('%j can be sent to: %s', (text, sendable) => {
  expect(isEmailAddress(text)).toBe(sendable);
});
