import { fallbackLocale, isLocale, type Locale, localeOfTag } from '#lib/domain/base/locale';

/** Where a person's choice is kept: a cookie, so that the address stays the same for a colleague who reads the other language. */
export const localeCookie = 'scriptline-locale';

/** The first language of the browser that we speak, else the fallback. */
export function pickLocale(acceptLanguage: string | null): Locale {
  const [first] = (acceptLanguage ?? '').split(',').flatMap((part) => localeOfTag(part) ?? []);
  return first ?? fallbackLocale;
}

/** What a person has chosen goes before what the account says. */
export function inChosenLanguage<T extends { readonly locale: Locale }>(account: T, chosen: string | undefined): T {
  return isLocale(chosen) ? { ...account, locale: chosen } : account;
}
