import { fallbackLocale, isLocale, type Locale, localeOfTag } from '#lib/domain/base/locale';

/** The cookie that keeps a person's choice, so that the address stays the same for a colleague who reads the other language. */
export const localeCookie = 'scriptline-locale';

/** The first language of the browser that we speak, else the fallback. */
export function pickLocale(acceptLanguage: string | null): Locale {
  const [first] = (acceptLanguage ?? '').split(',').flatMap((part) => localeOfTag(part) ?? []);
  return first ?? fallbackLocale;
}

/** A person's choice takes precedence over the account's language. */
export function inChosenLanguage<T extends { readonly locale: Locale }>(account: T, chosen: string | undefined): T {
  return isLocale(chosen) ? { ...account, locale: chosen } : account;
}
