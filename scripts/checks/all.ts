import { bin, type RunResult, run } from '#scripts/launcher/run';
import { checkBoundaries } from './boundaries.ts';
import type { Check, Outcome } from './check.ts';
import { checkOnlyDbSpeaksSql } from './only-db-speaks-sql.ts';
import { checkSelfContained } from './self-contained.ts';
import { checkStructure } from './structure.ts';
import { checkWords } from './words/check-words.ts';

const outcome = ({ code, output }: RunResult): Outcome => ({ passed: code === 0, details: output });

/** Everything that is checked without running the product. Each counts as one test. */
export const checks: readonly Check[] = [
  { name: 'format and lint', run: async () => outcome(await run(bin('biome'), ['check', '--error-on-warnings'])) },
  { name: 'types', run: checkTypes },
  { name: 'boundaries', run: checkBoundaries },
  { name: 'only lib/db speaks SQL', run: checkOnlyDbSpeaksSql },
  { name: 'dead code', run: async () => outcome(await run(bin('knip'), ['--no-progress'])) },
  {
    name: 'lock file complete',
    run: async () => outcome(await run(process.execPath, ['scripts/complete-lock.mjs', '--check'])),
  },
  { name: 'self-contained', run: checkSelfContained },
  { name: 'structure', run: checkStructure },
  { name: 'words', run: checkWords },
];

/** Next declares the routes' types in files of its own, which differ between a build and the development server. */
async function checkTypes(): Promise<Outcome> {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  const typegen = await run(bin('next'), ['typegen'], env);
  return outcome(typegen.code === 0 ? await run(bin('tsc'), ['--noEmit']) : typegen);
}
