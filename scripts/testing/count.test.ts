import { expect, test } from 'vitest';
import { countPlaywright, countVitest, nothing, sum, verdict } from './count.ts';

test('what failed, was skipped or needed a second try is not green', () => {
  const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
  expect(countVitest(vitest, 1)).toEqual({ passed: 5, failed: 4 });
  expect(countPlaywright({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 1 } }, 1)).toEqual({
    passed: 3,
    failed: 3,
  });
});

test('a run that ended badly without a failed test has failed once', () => {
  expect(countVitest({ numPassedTests: 5 }, 1)).toEqual({ passed: 5, failed: 1 });
  expect(countPlaywright(undefined, 1)).toEqual({ passed: 0, failed: 1 });
});

test('the verdict is one line, green only when something ran and nothing failed', () => {
  expect(
    verdict(
      sum([
        { passed: 2, failed: 0 },
        { passed: 3, failed: 0 },
      ]),
    ),
  ).toEqual({ line: '5 passed, 0 failed', code: 0 });
  expect(verdict({ passed: 5, failed: 1 })).toEqual({ line: '5 passed, 1 failed', code: 1 });
  expect(verdict(nothing)).toEqual({ line: '0 passed, 0 failed', code: 1 });
});
