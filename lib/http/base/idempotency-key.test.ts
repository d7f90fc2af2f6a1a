import { expect, test } from 'vitest';
import { idempotencyKeyOf } from './idempotency-key.ts';

const keyOf = (given?: string) =>
  idempotencyKeyOf(
    new Request('http://127.0.0.1:3000/', given === undefined ? {} : { headers: { 'idempotency-key': given } }),
  );

test('the same key is the same act; none, or one that could break a line, is an act of its own', () => {
  expect(keyOf('press-12345')).toBe(keyOf('press-12345'));
  expect(keyOf()).not.toBe(keyOf());
  expect(keyOf('a key')).not.toBe(keyOf('a key'));
});

test.each(['out_1234:1:accepted', 'out_1234:settled', 'import:1234', 'asked:1234'])(
  'nobody takes the key %s of an act of the product itself',
  (own) => {
    expect(keyOf(own)).toBe(`asked:${own}`);
  },
);
