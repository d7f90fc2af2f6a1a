import { type TextFault, withoutSyntax } from './text-rules.ts';

/** One key in both languages. */
export type Pair = { readonly key: string; readonly en: string; readonly es: string };

const MOST_WORDS_OF_LABEL = 3;

/** Faults that show only when the two languages and all keys are read side by side, by key. */
export function faultsOfPairs(pairs: readonly Pair[]): Map<string, TextFault[]> {
  const faults = new Map<string, TextFault[]>();
  const add = (key: string, fault: TextFault) => faults.set(key, [...(faults.get(key) ?? []), fault]);
  for (const group of groups(pairs, ({ en }) => same(en))) {
    if (new Set(group.map(({ es }) => stem(es))).size === 1) continue;
    for (const { key } of group) add(key, { word: 'one English, several Spanish', say: 'one word for one thing' });
  }
  const labels = pairs.filter(({ es }) => es.split(' ').length <= MOST_WORDS_OF_LABEL && !es.includes('{'));
  for (const group of groups(labels, ({ es }) => same(es))) {
    if (new Set(group.map(({ en }) => same(en))).size === 1) continue;
    for (const { key } of group) add(key, { word: 'one Spanish, several English', say: 'one word for one thing' });
  }
  for (const { key, en, es } of pairs)
    if (endMark(en) !== endMark(es)) add(key, { word: 'end mark', say: 'both languages end alike' });
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
