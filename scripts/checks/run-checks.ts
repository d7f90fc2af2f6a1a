import { generateClient } from '#scripts/launcher/generate';
import { type Count, nothing } from '#scripts/testing/count';
import { checks } from './all.ts';

/** Runs all checks side by side: one line each, and the details of those that failed. */
export async function runChecks(): Promise<Count> {
  await generateClient();
  const outcomes = await Promise.all(
    checks.map(async (check) => {
      const began = performance.now();
      const { passed, details } = await check.run();
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(`${passed ? '✓' : '✗'} ${check.name} (${seconds} s)`);
      if (!passed) console.log(details.trim().replace(/^/gm, '    '));
      return { name: check.name, passed };
    }),
  );
  const failures = outcomes.filter(({ passed }) => !passed).map(({ name }) => `check: ${name}`);
  return { ...nothing, passed: outcomes.length - failures.length, failed: failures.length, failures };
}
