import type { LanguageTag, Locale } from '#lib/domain/base/locale';
import enEvents from './words/en/event.json';
import enScreens from './words/en/screens.json';
import esEvents from './words/es/event.json';
import esScreens from './words/es/screens.json';

/** The words of the screens, as they go to the browser. */
export const screenWords: Readonly<Record<Locale, typeof enScreens>> = { en: enScreens, es: esScreens };

/** The descriptions of events are written on the server, and stay there. */
export const eventCatalogs: Readonly<Record<Locale, typeof enEvents>> = { en: enEvents, es: esEvents };

declare module 'next-intl' {
  interface AppConfig {
    Locale: LanguageTag;
    Messages: typeof enScreens;
  }
}
