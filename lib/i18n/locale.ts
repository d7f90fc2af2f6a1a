/** The languages every visible word exists in. */
export const locales = ['en', 'es'] as const;
export type Locale = (typeof locales)[number];

/** The spelling of numbers and dates in each: day before month in both, and the decimal point of the Americas. */
export const languageTags = { en: 'en-GB', es: 'es-419' } as const satisfies Record<Locale, string>;
export type LanguageTag = (typeof languageTags)[Locale];

/** The cookie that keeps a person's choice, so that the address stays the same for a colleague who reads the other language. */
export const localeCookie = 'scriptline-locale';

export function isLocale(text: string | null | undefined): text is Locale {
  return locales.some((locale) => locale === text);
}

/** The first language of the browser that we speak, else English. */
export function pickLocale(acceptLanguage: string | null): Locale {
  const wished = (acceptLanguage ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return wished.find(isLocale) ?? 'en';
}

/** A person's choice takes precedence over the account's language. */
export function inChosenLanguage<T extends { readonly locale: Locale }>(account: T, chosen: string | undefined): T {
  return isLocale(chosen) ? { ...account, locale: chosen } : account;
}
