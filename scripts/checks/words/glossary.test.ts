import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const glossary = readFileSync('docs/glossary.md', 'utf8');
const { code } = JSON.parse(readFileSync('scripts/checks/retired-words.json', 'utf8'));

test.each<{ word: string; say: string }>(code.prose)(
  'the glossary names the retired word $word and its replacement',
  ({ word, say }) => {
    expect(glossary).toContain(`| ${word} | ${say} |`);
  },
);
