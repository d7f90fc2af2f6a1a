import { readFileSync } from 'node:fs';
import type { Outcome } from '../check.ts';
import { type Baseline, isTight, newFindings } from './baseline.ts';
import { findings } from './findings.ts';

export const WORDS_BASELINE = 'scripts/checks/words-baseline.json';

/** Comments, test names, exported names and the screens' texts use the words of docs/glossary.md. */
export async function checkWords(): Promise<Outcome> {
  const found = await findings();
  const baseline: Baseline = JSON.parse(readFileSync(WORDS_BASELINE, 'utf8'));
  const fresh = newFindings(found, baseline);
  const lines = fresh.map(({ at, word, say }) => `${at}: "${word}": write ${say}`);
  if (!isTight(baseline, found)) lines.push(`${WORDS_BASELINE} covers findings that are fixed: run \`npm run words\`.`);
  return { passed: lines.length === 0, details: lines.join('\n') };
}
