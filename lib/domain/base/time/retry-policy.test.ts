import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retries, retryDelay } from './retry-policy.ts';

const policy = { baseSeconds: 110, capSeconds: 7200 };

test('there are exactly five retries', () => {
  const delays = [0, 1, 2, 3, 4, 5, 6].map((retry) => retryDelay(policy, retry, 0, 0));
  expect(delays).toEqual([null, 110, 220, 440, 880, 1760, null]);
});

test('each delay lies within its bounds and none is over the cap', () => {
  const random = fc.double({ min: 0, max: 0.999_999, noNaN: true });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: retries }),
      random,
      fc.double({ min: 0, max: 20_000, noNaN: true }),
      (retry, r, elapsed) => {
        const delay = retryDelay(policy, retry, elapsed, r) ?? Number.NaN;
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThanOrEqual(Math.min(110 * 2 ** retry, 7200));
      },
    ),
  );
});

test('the fifth retry is at most two hours after the first failure, whatever the jitter and the policy', () => {
  const random = fc.array(fc.double({ min: 0, max: 0.999_999, noNaN: true }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(random, fc.integer({ min: 1, max: 5000 }), (jitter, baseSeconds) => {
      const elapsed = jitter.reduce(
        (sum, r, i) => sum + (retryDelay({ baseSeconds, capSeconds: 7200 }, i + 1, sum, r) ?? 0),
        0,
      );
      expect(elapsed).toBeLessThanOrEqual(7200);
    }),
  );
});
