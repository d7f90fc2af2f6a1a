import { expect, test } from 'vitest';
import { spanOf } from './span.ts';

test.each([
  [-3, 'ms', 0],
  [0.4, 'ms', 400],
  [1, 's', 1],
  [89.4, 's', 89],
  [90, 'min', 2],
  [5_399, 'min', 90],
  [5_400, 'h', 2],
  [172_800, 'd', 2],
] as const)('%d seconds', (seconds, unit, count) => {
  expect(spanOf(seconds)).toEqual({ unit, count });
});
