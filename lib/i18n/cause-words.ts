import type { EmailCauseWord } from '#lib/domain/prescriptions/prescription-state';
import english from './words/en/event.json';
import spanish from './words/es/event.json';

type CauseWords = { readonly name: string; readonly advice: string };

const words: Readonly<Record<'en' | 'es', Readonly<Record<EmailCauseWord, CauseWords>>>> = {
  en: english.cause,
  es: spanish.cause,
};

/** The reason why an email did not arrive, in plain words, and the advice on it. */
export function causeWords(locale: 'en' | 'es', cause: EmailCauseWord): CauseWords {
  return words[locale][cause];
}
