/** Lower case, without accents: how a word is kept and how it is looked for. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** The words of a query or a text: split at white space and at commas. At most 64 bytes of each count. */
export function wordsOf(text: string): readonly string[] {
  return plain(text)
    .split(/[\s,;]+/)
    .map((word) => word.slice(0, 64))
    .filter((word) => word !== '');
}

/** The sorted distinct words that something is found by; whole values of ids and codes, each word of a name. */
export function termsOf(values: readonly (string | null)[]): readonly string[] {
  const words = values.flatMap((value) => (value === null ? [] : wordsOf(value)));
  return [...new Set(words)].sort();
}
