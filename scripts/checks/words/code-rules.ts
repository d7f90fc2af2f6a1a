import path from 'node:path';
import { headless, type RetiredWord, retiredIn, wordsOfName } from './retired.ts';
import { writtenWords } from './written-words.ts';

export type CodeRules = {
  readonly prose: readonly RetiredWord[];
  readonly names: readonly RetiredWord[];
  readonly headless: { readonly words: readonly string[]; readonly say: string };
};
export type Offence = {
  readonly file: string;
  readonly line: number;
  readonly word: string;
  readonly say: string;
};

/** Retired words in the comments, test names, exported names and the name of one source file. */
export function offencesInCode(file: string, source: string, rules: CodeRules): Offence[] {
  const name = { kind: 'name' as const, text: path.basename(file), line: 1 };
  return [name, ...writtenWords(file, source)].flatMap(({ kind, text, line }) => {
    if (kind === 'name')
      return retiredIn(
        wordsOfName(text),
        rules.names.filter(({ except = [] }) => !except.includes(text)),
      ).map(({ word, say }) => ({ file, line, word, say }));
    const lineOf = (index: number) => line + text.slice(0, index).split('\n').length - 1;
    const used = retiredIn(text, rules.prose).map(({ word, say, index }) => ({ file, line: lineOf(index), word, say }));
    const opening = headless(text, rules.headless.words);
    const open =
      opening === undefined ? [] : [{ file, line, word: `${opening} … (headless)`, say: rules.headless.say }];
    return [...used, ...open];
  });
}
