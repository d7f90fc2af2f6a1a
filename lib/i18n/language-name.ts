import { useLocale } from 'next-intl';
import { type Locale, languages } from '#lib/domain/base/locale';

/** Returns the name of a language in the reader's own: `Inglés` in Spanish. */
export function useLanguageName(): (locale: Locale) => string {
  const tag = useLocale();
  return (locale) => {
    const name = new Intl.DisplayNames(tag, { type: 'language' }).of(locale) ?? languages[locale].name;
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  };
}
