import { expect, test } from 'vitest';
import { localeInFile, localeOfTag, locales, readLocale } from './locale.ts';

test.each([
  ['es-GT', 'es'],
  ['ES', 'es'],
  [' en;q=0.8', 'en'],
  ['es_MX', 'es'],
  ['est', null],
  ['fr-FR', null],
  ['', null],
])('the tag %j is of the language %s', (tag, locale) => {
  expect(localeOfTag(tag)).toBe(locale);
});

test('a language that is none of ours is read as English', () => {
  expect(readLocale('pt-BR')).toBe('en');
});

test.each(locales)('a file may name %s by its code', (locale) => {
  expect(localeInFile(locale)).toBe(locale);
});

test.each(['constructor', '__proto__', 'toString', 'pt', ''])('%j in a file names no language', (word) => {
  expect(localeInFile(word)).toBeUndefined();
});
