/** A word no longer in use: how it is found and what to write instead. */
export type RetiredWord = {
  readonly word: string;
  /** Regular expression of whole words, in any case. */
  readonly pattern: string;
  readonly say: string;
  /** Spellings that stay, because they travel on a wire. */
  readonly except?: readonly string[];
};

export type Use = { readonly word: string; readonly say: string; readonly index: number };

/** Uses of retired words in a text. Letters of any alphabet bound a word, as `\b` knows only those of English. */
export function retiredIn(text: string, words: readonly RetiredWord[]): Use[] {
  return words.flatMap(({ word, pattern, say, except = [] }) => {
    const rest = except.reduce((left, kept) => left.replaceAll(kept, ' '.repeat(kept.length)), text);
    const found = rest.matchAll(new RegExp(`(?<![\\p{L}\\d_])(?:${pattern})(?![\\p{L}\\d_])`, 'giu'));
    return [...found].map(({ index }) => ({ word, say, index }));
  });
}

/** A sentence that begins with one of these words and asks nothing has no subject: a heading, not a statement. */
export function headless(text: string, words: readonly string[]): string | undefined {
  if (/\?\s*$/.test(text)) return undefined;
  return words.find((word) => new RegExp(`^\\s*${word}(?![\\p{L}\\d_'’])`, 'u').test(text));
}

/** The words of an identifier or a file's name: `resendQueries` and `resend-queries.ts` are "resend queries". */
export function wordsOfName(name: string): string {
  return name
    .replace(/\.\w+$/, '')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[-_./]+/g, ' ')
    .toLowerCase();
}
