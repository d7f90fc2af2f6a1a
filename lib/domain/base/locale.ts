/** The languages that every word of the product exists in: of the screens, of mails, and those a patient can be recorded with. */
export const locales = ['en', 'es'] as const;
export type Locale = (typeof locales)[number];

/** The language where nobody has named one of ours. */
export const fallbackLocale: Locale = 'en';

type Language = {
  /** The tag by which dates and numbers are written: day before month, and the decimal point of the Americas. */
  readonly tag: string;
  /** The language's name in the language itself, so that its readers can find it. */
  readonly name: string;
  /** The names that a file of patients may use besides the code, in plain letters. */
  readonly inFiles: readonly string[];
};

/** A further language begins here; `lib/i18n/catalogs.ts` and `lib/outbound/words/words-of.ts` then miss its words. */
export const languages = {
  en: { tag: 'en-GB', name: 'English', inFiles: ['english', 'ingles', 'en-us'] },
  es: { tag: 'es-419', name: 'Español', inFiles: ['spanish', 'espanol', 'castellano', 'es-gt'] },
} as const satisfies Record<Locale, Language>;

export type LanguageTag = (typeof languages)[Locale]['tag'];

export function isLocale(text: string | null | undefined): text is Locale {
  return locales.some((locale) => locale === text);
}

/** The language of a tag such as `es-GT`; null when it is none of ours. */
export function localeOfTag(tag: string): Locale | null {
  const [language = ''] = tag.trim().toLowerCase().split(/[-_;]/);
  return isLocale(language) ? language : null;
}

/** The language that a row or a choice names, else the fallback. */
export function readLocale(text: string): Locale {
  return localeOfTag(text) ?? fallbackLocale;
}

/** The language that a cell of a file names, written in plain letters; undefined when it is none of ours. */
export function localeInFile(word: string): Locale | undefined {
  return locales.find((locale) => [locale, ...languages[locale].inFiles].some((each) => each === word));
}
