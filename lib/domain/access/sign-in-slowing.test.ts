import { expect, test } from 'vitest';
import { slowedSeconds } from './sign-in-slowing.ts';

test('the first wrong passwords add no delay, each later one doubles it, and no delay exceeds five minutes', () => {
  expect([0, 1, 4, 5, 6, 7, 11, 12, 13, 1_000_000].map(slowedSeconds)).toEqual([0, 0, 0, 2, 4, 8, 128, 256, 300, 300]);
});
