import { expect, test } from 'vitest';
import type { Locale } from '#lib/domain/base/locale';
import { inChosenLanguage, pickLocale } from './locale.ts';

test.each([
  ['es-GT,es;q=0.9,en;q=0.8', 'es'],
  ['fr-FR,es;q=0.5', 'es'],
  ['en-GB,en;q=0.9,es;q=0.1', 'en'],
  ['de', 'en'],
  [null, 'en'],
])('a browser that asks for %s gets %s', (accepted, locale) => {
  expect(pickLocale(accepted)).toBe(locale);
});

test('a choice goes before the account, and only a language of ours is one', () => {
  const account = { locale: 'es' } as const;
  expect(inChosenLanguage<{ locale: Locale }>(account, 'en').locale).toBe('en');
  expect(inChosenLanguage(account, 'xx').locale).toBe('es');
  expect(inChosenLanguage(account, undefined).locale).toBe('es');
});
