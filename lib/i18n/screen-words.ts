import type { LanguageTag, Locale } from './locale.ts';
import en from './words/en/screens.json';
import es from './words/es/screens.json';

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
