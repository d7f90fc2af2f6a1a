import { expect, test } from 'vitest';
import { readHead } from './chain-head.ts';

const hash = 'ab'.repeat(32);

test('a printed chain head is parsed, and any other text is refused', () => {
  expect(readHead(` 12:${hash}\n`)).toEqual({ sealedSeq: 12n, hash });
  for (const text of ['', '12', `12:${hash}0`, `-1:${hash}`, `x:${hash}`, `12:${'AB'.repeat(32)}`])
    expect(readHead(text)).toBeNull();
});
