import { readdirSync, readFileSync } from 'node:fs';
import { fallbackLocale, type Locale, locales } from '#lib/domain/base/locale';
import type { Pair } from './pair-rules.ts';

const FOLDER = 'lib/i18n/words';

/** Every text of the screens in one language. A key begins with its file: `screens.shell.recalls`. */
export function textsIn(language: Locale): Map<string, string> {
  return new Map(readdirSync(`${FOLDER}/${language}`).flatMap((file) => [...textsOf(file, language)]));
}

/** Every text of the fallback language beside its translation, by language. */
export function textPairs(): Map<Locale, Pair[]> {
  const original = [...textsIn(fallbackLocale)];
  const translations = locales.filter((locale) => locale !== fallbackLocale);
  return new Map(
    translations.map((locale) => {
      const translated = textsIn(locale);
      return [locale, original.map(([key, text]) => ({ key, text, translation: translated.get(key) ?? '' }))];
    }),
  );
}

function textsOf(file: string, language: Locale): Map<string, string> {
  const found = new Map<string, string>();
  function walk(key: string, value: unknown): void {
    if (typeof value === 'string') found.set(key, value);
    else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) walk(`${key}.${name}`, inner);
  }
  walk(file.replace(/\.json$/, ''), JSON.parse(readFileSync(`${FOLDER}/${language}/${file}`, 'utf8')));
  return found;
}
