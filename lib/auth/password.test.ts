import { parseOptions } from '@node-rs/argon2';
import { expect, test } from 'vitest';
import { hashPassword, passwordMatches } from './password.ts';

test('only the right password matches its hash', async () => {
  const hash = await hashPassword('correct horse ñ');
  expect(await passwordMatches(hash, 'correct horse ñ')).toBe(true);
  expect(await passwordMatches(hash, 'correct horse n')).toBe(false);
  expect(await passwordMatches(hash, '')).toBe(false);
});

test('the hash is argon2id at the recommended cost, salted', async () => {
  const hash = await hashPassword('x');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await hashPassword('x')).not.toBe(hash);
  expect(parseOptions(hash)).toMatchObject({ outputLen: 32, saltLen: 16 });
});

test('no account, or one without a password, never matches, and takes about as long', async () => {
  const hash = await hashPassword('x');
  const timed = async (of: string | null) => {
    const from = performance.now();
    expect(await passwordMatches(of, 'y')).toBe(false);
    return performance.now() - from;
  };
  // Taken in turn, and the least of each: what else the machine does falls out.
  let [known, unknown] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 15; round++) {
    known = Math.min(known, await timed(hash));
    unknown = Math.min(unknown, await timed(null));
  }
  expect(unknown / known).toBeGreaterThan(0.2);
  expect(unknown / known).toBeLessThan(5);
});

test('a password of a megabyte is refused, not hashed whole', async () => {
  const hash = await hashPassword('a'.repeat(1024));
  expect(await passwordMatches(hash, 'a'.repeat(1024))).toBe(true);
  expect(await passwordMatches(hash, 'a'.repeat(1_000_000))).toBe(false);
});
