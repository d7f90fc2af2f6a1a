import type { Locale } from '#lib/domain/base/locale';
import { type TextFault, withoutSyntax } from './text-rules.ts';

/** A text of the fallback language and its translation. */
export type Pair = { readonly key: string; readonly text: string; readonly translation: string };

const MOST_WORDS_OF_LABEL = 3;

/** Faults that show only when a language is read beside its original, over all keys; by key. */
export function faultsOfPairs(pairs: readonly Pair[], language: Locale): Map<string, TextFault[]> {
  const faults = new Map<string, TextFault[]>();
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(language);
  const add = (key: string, fault: TextFault) => faults.set(key, [...(faults.get(key) ?? []), fault]);
  for (const group of groups(pairs, ({ text }) => same(text))) {
    if (new Set(group.map(({ translation }) => stem(translation))).size === 1) continue;
    for (const { key } of group) add(key, { word: `one English, several ${name}`, say: 'one word for one thing' });
  }
  const labels = pairs.filter(
    ({ translation }) => translation.split(' ').length <= MOST_WORDS_OF_LABEL && !translation.includes('{'),
  );
  for (const group of groups(labels, ({ translation }) => same(translation))) {
    if (new Set(group.map(({ text }) => same(text))).size === 1) continue;
    for (const { key } of group) add(key, { word: `one ${name}, several English`, say: 'one word for one thing' });
  }
  for (const { key, text, translation } of pairs)
    if (endMark(text) !== endMark(translation)) add(key, { word: 'end mark', say: 'both languages end alike' });
  return faults;
}

function groups(pairs: readonly Pair[], of: (pair: Pair) => string): Pair[][] {
  const grouped = Map.groupBy(pairs, of);
  return [...grouped.values()].filter((group) => group.length > 1);
}

function same(text: string): string {
  return text.toLowerCase().replace(/[.!…:]+$/, '');
}

/** Gender and number set aside, roughly: the last vowel and the s of each word. */
function stem(text: string): string {
  return same(text).replace(/(?:[oae]|es|[oa]s|s)(?!\p{L})/gu, '');
}

function endMark(text: string): string {
  return /[.!?…:]$/.exec(withoutSyntax(text))?.[0] ?? '';
}
