import { existsSync, readFileSync } from 'node:fs';
import { fallbackLocale, type Locale } from '#lib/domain/base/locale';
import { repositoryFiles } from '../repository-files.ts';
import type { Finding } from './baseline.ts';
import { type CodeRules, offencesInCode } from './code-rules.ts';
import { faultsOfPairs } from './pair-rules.ts';
import { rawCodes } from './raw-codes.ts';
import { faultsOf, type TextRules } from './text-rules.ts';
import { textPairs, textsIn } from './texts.ts';

const RULES = 'scripts/checks/retired-words.json';

type Rules = { readonly code: CodeRules; readonly texts: TextRules };

/** Everything in the repository that breaks a rule of the words. */
export async function findings(): Promise<Finding[]> {
  const { code, texts }: Rules = JSON.parse(readFileSync(RULES, 'utf8'));
  const files = (await repositoryFiles()).filter((file) => /\.tsx?$/.test(file) && existsSync(file));
  return [...files.flatMap((file) => findingsInCode(file, code)), ...findingsInTexts(texts)];
}

function findingsInCode(file: string, rules: CodeRules): Finding[] {
  const source = readFileSync(file, 'utf8');
  return [...offencesInCode(file, source, rules), ...rawCodes(file, source)].map(({ line, word, say }) => ({
    id: file,
    at: `${file}:${line}`,
    word,
    say,
  }));
}

function findingsInTexts(rules: TextRules): Finding[] {
  const original = [...textsIn(fallbackLocale)].flatMap(([key, text]) =>
    faultsOf({ key, language: fallbackLocale, text }, rules).map(of(key, fallbackLocale, text)),
  );
  const translated = [...textPairs()].flatMap(([language, pairs]) => {
    const ofPairs = faultsOfPairs(pairs, language);
    return pairs.flatMap(({ key, text, translation }) => [
      ...faultsOf({ key, language, text: translation }, rules).map(of(key, language, translation)),
      ...(ofPairs.get(key) ?? []).map(of(key, language, translation, `${text}\n${translation}`)),
    ]);
  });
  return [...original, ...translated];
}

function of(key: string, language: Locale, text: string, content = text) {
  const file = `lib/i18n/words/${language}/${key.slice(0, key.indexOf('.'))}.json`;
  return ({ word, say }: { word: string; say: string }): Finding => ({
    id: `${content === text ? language : 'both'} ${key}`,
    at: `${file}:${lineOf(file, text)} ${key}`,
    word,
    say,
    content,
  });
}

const linesOf = new Map<string, readonly string[]>();

function lineOf(file: string, text: string): number {
  const lines = linesOf.get(file) ?? readFileSync(file, 'utf8').split('\n');
  linesOf.set(file, lines);
  return lines.findIndex((line) => line.includes(JSON.stringify(text))) + 1;
}
