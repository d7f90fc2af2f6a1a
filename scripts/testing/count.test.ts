import { expect, test } from 'vitest';
import { countPlaywright, countVitest, nothing, sum, verdict } from './count.ts';

const asserted = (fullName: string, status: string, failureMessages: string[] = []) => ({
  fullName,
  status,
  failureMessages,
});
const file = (name: string, status: string, ...assertionResults: ReturnType<typeof asserted>[]) => ({
  name,
  status,
  startTime: 1_000,
  endTime: 3_500,
  assertionResults,
});

test('what failed or was skipped is not green, and is named; a second try is named too', () => {
  const vitest = {
    testResults: [
      file('a.test.ts', 'failed', asserted('holds', 'passed'), asserted('breaks', 'failed', ['no'])),
      file('b.test.ts', 'passed', asserted('waits', 'pending'), asserted('wavers', 'passed', ['no, at first'])),
    ],
  };
  expect(countVitest(vitest, 1)).toEqual({
    passed: 2,
    failed: 2,
    failures: ['a.test.ts: breaks', 'b.test.ts: waits'],
    secondTries: ['b.test.ts: wavers'],
    times: [
      { file: 'a.test.ts', seconds: 2.5 },
      { file: 'b.test.ts', seconds: 2.5 },
    ],
  });
  const spec = (title: string, status: string) => ({
    title,
    file: 'x.spec.ts',
    line: 7,
    tests: [{ status, results: [{ duration: 1_500 }] }],
  });
  const playwright = {
    suites: [
      {
        specs: [spec('holds', 'expected')],
        suites: [{ specs: [spec('breaks', 'unexpected'), spec('wavers', 'flaky'), spec('waits', 'skipped')] }],
      },
    ],
  };
  expect(countPlaywright(playwright, 1)).toEqual({
    passed: 2,
    failed: 2,
    failures: ['x.spec.ts:7: breaks', 'x.spec.ts:7: waits'],
    secondTries: ['x.spec.ts:7: wavers'],
    times: [{ file: 'e2e/x.spec.ts', seconds: 6 }],
  });
});

test('a file that could not even be read has failed, beside the tests in it', () => {
  expect(countVitest({ testResults: [file('a.test.ts', 'failed')] }, 1)).toMatchObject({
    passed: 0,
    failed: 1,
    failures: ['a.test.ts'],
  });
});

test('a run that ended badly without a failed test has failed once', () => {
  const green = { testResults: [file('a.test.ts', 'passed', asserted('holds', 'passed'))] };
  expect(countVitest(green, 1)).toMatchObject({ passed: 1, failed: 1 });
  expect(countVitest(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
  expect(countPlaywright(undefined, 1)).toMatchObject({ passed: 0, failed: 1 });
});

test('the verdict is one line at the end, green only when something ran and nothing failed; the failures are above it', () => {
  const two = { ...nothing, passed: 2 };
  expect(verdict(sum([two, { ...nothing, passed: 3 }]))).toEqual({ lines: ['5 passed, 0 failed'], code: 0 });
  expect(verdict({ passed: 5, failed: 1, failures: ['a'], secondTries: ['b'], times: [] })).toEqual({
    lines: ['passed only at the second try: b', 'failed: a', '5 passed, 1 failed'],
    code: 1,
  });
  expect(verdict(nothing)).toEqual({ lines: ['0 passed, 0 failed'], code: 1 });
});
