import type { Locale } from '#lib/domain/base/locale';
import { headless, type RetiredWord, retiredIn } from './retired.ts';

export type TextRules = Readonly<Record<Locale, readonly RetiredWord[]>> & {
  /** The languages that open a question and an exclamation with a mark of its own. */
  readonly openingMarks: readonly Locale[];
  readonly names: readonly string[];
  readonly headless: Readonly<Record<Locale, readonly string[]>>;
  readonly remedy: Readonly<Record<Locale, readonly string[]>> & { readonly keys: string };
  readonly absence: Readonly<Record<Locale, readonly string[]>> & {
    readonly reasons: Readonly<Record<string, string>>;
  };
};
/** One text of a catalogue. */
export type Text = { readonly key: string; readonly language: Locale; readonly text: string };
export type TextFault = { readonly word: string; readonly say: string };

const LONGEST_TEXT = 160;
const MOST_WORDS = 20;

/** Faults that one text has by itself. */
export function faultsOf({ key, language, text }: Text, rules: TextRules): TextFault[] {
  const plain = withoutSyntax(text);
  const found: (TextFault | false)[] = [
    ...retiredIn(plain, rules[language]),
    isHeadless(plain, rules.headless[language]),
    rules.openingMarks.includes(language) &&
      !opensAsItEnds(text) && { word: '¿ ?', say: 'open every question and exclamation with ¿ or ¡' },
    /\d[.,  ]\d{3}/.test(text) && { word: 'number', say: 'pass the number as a parameter' },
    plain.length > LONGEST_TEXT && { word: 'long text', say: `at most ${LONGEST_TEXT} characters` },
    sentences(plain).some((one) => wordCount(one) > MOST_WORDS) && {
      word: 'long sentence',
      say: `at most ${MOST_WORDS} words`,
    },
    sentences(plain).length > 1 &&
      !/[.!?…:]$/.test(plain) && { word: 'end mark', say: 'end two sentences with a full stop' },
    wordCount(plain) <= 4 && /[^.]\.$/.test(plain) && { word: 'end mark', say: 'a label has no full stop' },
    lateCapital(plain, rules.names) && { word: 'capital', say: 'sentence case: names only' },
    isUnplural(text) && { word: 'plural', say: 'write {count, plural, one {…} other {…}}' },
    hasNoRemedy(key, plain, language, rules) && { word: 'no remedy', say: 'say what to do next' },
    claimsAbsence(key, plain, language, rules) && {
      word: 'absence',
      say: 'say only what is known, or give the reason under absence.reasons',
    },
  ];
  return found.filter((fault) => fault !== false).map(({ word, say }) => ({ word, say }));
}

/** The words a reader sees: placeholders are gone, every branch of a plural stays. */
export function withoutSyntax(text: string): string {
  return text
    .replace(/\{\w+(?:, (?:number|date|time)[^{}]*)?\}/g, '…')
    .replace(/\{\w+, (?:plural|select|selectordinal),/g, ' ')
    .replace(/(?:=\d+|\b(?:zero|one|two|few|many|other|[a-z_-]+)) ?\{/g, ' ')
    .replace(/[{}]|<\/?\w+>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function isHeadless(text: string, words: readonly string[]): TextFault | false {
  const opening = headless(text, words);
  return opening !== undefined && { word: `${opening} … (headless)`, say: 'a noun or a whole sentence' };
}

function opensAsItEnds(text: string): boolean {
  const count = (mark: string) => text.split(mark).length;
  return count('¿') === count('?') && count('¡') === count('!');
}

function sentences(text: string): string[] {
  return text.split(/(?<=[.!?])\s+(?=[\p{Lu}¿¡])/u).filter(Boolean);
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
}

function lateCapital(text: string, names: readonly string[]): boolean {
  const late = text.matchAll(/(?<=[\p{Ll},] )\p{Lu}[\p{L}-]*/gu);
  return [...late].some(([word]) => !names.includes(word));
}

function isUnplural(text: string): boolean {
  return /\{(?:count|total|done|failed|skipped|left|rows|lines)(?:, number)?\} \p{Ll}{3}/u.test(
    text.replace(/plural,.*$/s, ''),
  );
}

function hasNoRemedy(key: string, text: string, language: Locale, { remedy }: TextRules): boolean {
  if (!new RegExp(remedy.keys).test(key)) return false;
  return !new RegExp(`(?<!\\p{L})(?:${remedy[language].join('|')})(?!\\p{L})`, 'iu').test(text);
}

function claimsAbsence(key: string, text: string, language: Locale, { absence }: TextRules): boolean {
  if (absence.reasons[key] !== undefined) return false;
  return new RegExp(`(?<!\\p{L})(?:${absence[language].join('|')})(?!\\p{L})`, 'iu').test(text);
}
