import path from 'node:path';
import { z } from 'zod';

/** The numbers of passed and failed (a check counts as one), the failures by name, those that passed only at their second try, and the time of each file. */
export type Count = {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly string[];
  readonly secondTries: readonly string[];
  readonly times: readonly Took[];
};

/** The time of one file of tests, hooks included. */
export type Took = { readonly file: string; readonly seconds: number };

export const nothing: Count = { passed: 0, failed: 0, failures: [], secondTries: [], times: [] };

export function sum(counts: readonly Count[]): Count {
  return counts.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      failures: [...all.failures, ...one.failures],
      secondTries: [...all.secondTries, ...one.secondTries],
      times: [...all.times, ...one.times],
    }),
    nothing,
  );
}

/** One test of a report: its name, and how it ended. Skipped is failed: nothing is skipped here. */
export type RunEnded = { readonly name: string; readonly how: 'passed' | 'second-try' | 'failed' };

/** A run that ended badly without a failed test has failed once. */
function counted(ended: readonly RunEnded[], code: number, times: readonly Took[] = []): Count {
  const names = (how: RunEnded['how']) => ended.filter((one) => one.how === how).map(({ name }) => name);
  const failures = names('failed');
  const unseen = failures.length === 0 && code !== 0 ? ['the run itself: see above'] : [];
  const secondTries = names('second-try');
  const passed = ended.length - failures.length;
  return { passed, failed: failures.length + unseen.length, failures: [...failures, ...unseen], secondTries, times };
}

const vitest = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      startTime: z.number().optional(),
      endTime: z.number().optional(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

/** Vitest's JSON report. */
export function countVitest(report: unknown, code: number): Count {
  const read = vitest.safeParse(report);
  if (!read.success) return counted([], code || 1);
  const ended = read.data.testResults.flatMap(({ name: file, status, assertionResults }): readonly RunEnded[] => {
    const broken = status === 'failed' && assertionResults.every((one) => one.status === 'passed');
    const tests = assertionResults.map(({ fullName, status: how, failureMessages }): RunEnded => {
      const name = `${path.relative('', file)}: ${fullName}`;
      if (how !== 'passed') return { name, how: 'failed' };
      return { name, how: failureMessages?.length ? 'second-try' : 'passed' };
    });
    return broken ? [...tests, { name: path.relative('', file), how: 'failed' }] : tests;
  });
  const times = read.data.testResults.map(({ name, startTime = 0, endTime = 0 }) => ({
    file: path.relative('', name),
    seconds: Math.max(0, endTime - startTime) / 1000,
  }));
  return counted(ended, code, times);
}

const playwright = z.object({
  get suites() {
    return z.array(suite).optional();
  },
});
const spec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  tests: z.array(z.object({ status: z.string(), results: z.array(z.object({ duration: z.number() })).default([]) })),
});
const suite = z.object({
  specs: z.array(spec).optional(),
  get suites() {
    return z.array(suite).optional();
  },
});

function specsOf(one: z.infer<typeof suite>): readonly z.infer<typeof spec>[] {
  return [...(one.specs ?? []), ...(one.suites ?? []).flatMap(specsOf)];
}

function timeOf([file, specs]: readonly [string, readonly z.infer<typeof spec>[]]): Took {
  const results = specs.flatMap(({ tests }) => tests.flatMap((test) => test.results));
  return { file: `e2e/${file}`, seconds: results.reduce((all, { duration }) => all + duration, 0) / 1000 };
}

/** Playwright's JSON report. */
export function countPlaywright(report: unknown, code: number): Count {
  const read = playwright.safeParse(report);
  if (!read.success) return counted([], code || 1);
  const specs = (read.data.suites ?? []).flatMap(specsOf);
  const ended = specs.flatMap(({ title, file, line, tests }) =>
    tests.map(({ status }): RunEnded => {
      const name = `${file}:${line}: ${title}`;
      if (status === 'expected') return { name, how: 'passed' };
      return { name, how: status === 'flaky' ? 'second-try' : 'failed' };
    }),
  );
  return counted(ended, code, [...Map.groupBy(specs, ({ file }) => file)].map(timeOf));
}

/** The command's last lines and its exit code: a run in which nothing ran proves nothing. The very last line is the tally. */
export function verdict({ passed, failed, failures, secondTries }: Count): { lines: readonly string[]; code: number } {
  return {
    lines: [
      ...secondTries.map((name) => `passed only at the second try: ${name}`),
      ...failures.map((name) => `failed: ${name}`),
      `${passed} passed, ${failed} failed`,
    ],
    code: failed > 0 || passed === 0 ? 1 : 0,
  };
}
