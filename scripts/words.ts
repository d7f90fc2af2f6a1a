import { readFileSync, writeFileSync } from 'node:fs';
import { type Baseline, shrunk, written } from './checks/words/baseline.ts';
import { WORDS_BASELINE } from './checks/words/check-words.ts';
import { findings } from './checks/words/findings.ts';

// `npm run words`: takes what is fixed out of the baseline of the words check. It adds nothing.
const before: Baseline = JSON.parse(readFileSync(WORDS_BASELINE, 'utf8'));
const after = shrunk(before, await findings());
writeFileSync(WORDS_BASELINE, written(after));
console.log(`${Object.keys(before).length} → ${Object.keys(after).length} entries`);
