import { existsSync } from 'node:fs';
import { bin, run } from '#scripts/launcher/run';
import type { Outcome } from './check.ts';
import { repositoryFiles } from './repository-files.ts';

const PLACES = ['app', 'components', 'lib', 'prisma', 'scripts', 'e2e', 'worker.ts', 'server.ts', 'proxy.ts'];
/** Cruised modules per source file below which the tool has evidently not looked: with a TypeScript it doesn't know it passes over nothing, with a green tick. */
const FLOOR = 0.6;

type Summary = {
  readonly totalCruised: number;
  readonly violations: readonly { from: string; to: string; rule: { name: string } }[];
};

/** Imports stay within the table of the architecture. */
export async function checkBoundaries(): Promise<Outcome> {
  const places = PLACES.filter((place) => existsSync(place));
  const { code, output } = await run(bin('depcruise'), [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    ...places,
  ]);
  const summary = summaryOf(output);
  if (summary === undefined) return { passed: false, details: output };
  const sources = (await repositoryFiles()).filter((file) => /\.tsx?$/.test(file)).length;
  if (summary.totalCruised < sources * FLOOR) {
    return {
      passed: false,
      details: `only ${summary.totalCruised} modules were looked at, of ${sources} source files`,
    };
  }
  const details = summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`).join('\n');
  return { passed: code === 0 && summary.violations.length === 0, details };
}

function summaryOf(output: string): Summary | undefined {
  try {
    return JSON.parse(output).summary;
  } catch {
    return undefined;
  }
}
