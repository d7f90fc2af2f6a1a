import type { EmailCauseWord } from '#lib/domain/prescriptions/prescription-state';
import type { Evidence, Weight } from './evidence.ts';
import { accentless, type PlainText } from './plain-words.ts';

/**
 * One fact and the ways to say it. A phrase is written as people write it, with a choice `(a|b)`, an optional part `(a )?`, a repeated one
 * `(a |b )*`, and `…` for a few words in between. A space matches whatever separates words.
 */
export type CausePhrase = {
  readonly weight: Weight;
  readonly means: string;
  readonly said: readonly string[];
  /** Searches links and host names too, which the words are free of. */
  readonly anywhere?: true;
};

export type WordedFact = {
  readonly cause: EmailCauseWord;
  readonly weight: Weight;
  readonly means: string;
  readonly anywhere: boolean;
  readonly pattern: RegExp;
};

const separator = '[^a-z0-9\\u0080-\\uffff]{1,8}';
/** A few words, not past the end of a sentence. */
const gap = `${separator}(?:(?:[^.;!?]|\\.(?=[a-z0-9])){0,60}?[^a-z0-9])??`;

/** Every repetition is bounded, so that no phrase can backtrack far. */
function source(phrase: string): string {
  const pattern = accentless(phrase)
    .replaceAll('.', '\\.')
    .replaceAll(' ?', '( )?')
    .replaceAll(')*', '){0,4}')
    .replaceAll(')+', '){1,3}')
    .replaceAll(' … ', '…')
    .replaceAll('… ', '…')
    .replaceAll(' ', separator)
    .replaceAll('…', gap);
  return `(?<![a-z0-9])(?:${pattern})(?![a-z0-9])`;
}

export function phrases(cause: EmailCauseWord, facts: readonly CausePhrase[]): readonly WordedFact[] {
  return facts.map(({ weight, means, said, anywhere }) => ({
    cause,
    weight,
    means,
    anywhere: anywhere ?? false,
    pattern: new RegExp(said.map(source).join('|')),
  }));
}

/** Stems for scripts without word bounds of ours: written as patterns, compared anywhere. */
export function stems(cause: EmailCauseWord, weight: Weight, means: string, said: readonly string[]): WordedFact {
  return { cause, weight, means, anywhere: false, pattern: new RegExp(said.map(accentless).join('|')) };
}

export function evidenceOf(facts: readonly WordedFact[], { words, whole }: PlainText): Evidence[] {
  const found: Evidence[] = [];
  for (const { pattern, anywhere, cause, weight, means } of facts) {
    const match = pattern.exec(anywhere ? whole : words)?.[0];
    if (match !== undefined) found.push({ cause, weight, by: `${means} (“${match}”)` });
  }
  return found;
}
