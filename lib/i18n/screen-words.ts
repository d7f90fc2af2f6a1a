import en from '../../i18n/en/screens.json';
import es from '../../i18n/es/screens.json';
import type { LanguageTag, Locale } from './locale.ts';

/** The words of the screens, as they go to the browser. What events say is described on the server and stays there. */
export function screenWords(locale: Locale): typeof en {
  return locale === 'es' ? es : en;
}

declare module 'next-intl' {
  interface AppConfig {
    Locale: LanguageTag;
    Messages: typeof en;
  }
}
