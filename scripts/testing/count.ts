/** How many passed and failed; a check counts as one. */
export type Count = { readonly passed: number; readonly failed: number };

export const nothing: Count = { passed: 0, failed: 0 };

export function sum(counts: readonly Count[]): Count {
  return counts.reduce((all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }), nothing);
}

/** Vitest's JSON report. Skipped ones count as failed: nothing is skipped here. A run that failed without a failed test has failed once. */
export function countVitest(report: unknown, code: number): Count {
  const number = reader(report);
  const failed = number('numFailedTests') + number('numPendingTests') + number('numTodoTests');
  return { passed: number('numPassedTests'), failed: failed === 0 && code !== 0 ? 1 : failed };
}

/** Playwright's JSON report, likewise; one that needed a second try is not green. */
export function countPlaywright(report: unknown, code: number): Count {
  const number = reader(field(report, 'stats'));
  const failed = number('unexpected') + number('flaky') + number('skipped');
  return { passed: number('expected'), failed: failed === 0 && code !== 0 ? 1 : failed };
}

/** The command's last line and its exit code: a run in which nothing ran proves nothing. */
export function verdict({ passed, failed }: Count): { line: string; code: number } {
  return { line: `${passed} passed, ${failed} failed`, code: failed > 0 || passed === 0 ? 1 : 0 };
}

function field(report: unknown, name: string): unknown {
  return typeof report === 'object' && report !== null ? Reflect.get(report, name) : undefined;
}

function reader(report: unknown): (name: string) => number {
  return (name) => {
    const value = field(report, name);
    return typeof value === 'number' ? value : 0;
  };
}
