import { readdirSync, readFileSync } from 'node:fs';
import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { languages, locales } from '#lib/domain/base/locale';
import { icuNames } from './icu-names.ts';

const folder = new URL('./words/', import.meta.url);
const namespaces = readdirSync(new URL('en/', folder));

function words(locale: string, file: string): Map<string, string> {
  const found = new Map<string, string>();
  function walk(path: string, value: unknown): void {
    if (typeof value === 'string') found.set(path, value);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(path === '' ? key : `${path}.${key}`, inner);
  }
  walk('', JSON.parse(readFileSync(new URL(`${locale}/${file}`, folder), 'utf8')));
  return found;
}

test.each([
  ['plain', []],
  ['{a} of {b}', ['a', 'b']],
  ['{count, plural, one {# tablet} other {tablets of {name}}} and {b, number}', ['b', 'count', 'name']],
  [
    '{unit, select, none {} tablet { {n, plural, one {tablet} other {tablets}}} other { {unitText}}}',
    ['n', 'unit', 'unitText'],
  ],
])('the names of %s', (message, names) => {
  expect(icuNames(message)).toEqual(names);
});

test.each(locales)('%s has every file of words', (locale) => {
  expect(readdirSync(new URL(`${locale}/`, folder))).toEqual(namespaces);
});

describe.each(namespaces)('%s', (file) => {
  const english = words('en', file);

  test.each(locales)('every word exists in %s', (locale) => {
    expect([...words(locale, file).keys()].sort()).toEqual([...english.keys()].sort());
  });

  test.each(locales)('every message of %s is valid ICU and can be written', (locale) => {
    const all = words(locale, file);
    for (const [key, message] of all) {
      const t = createTranslator({
        locale: languages[locale].tag,
        messages: { message },
        onError: (error) => {
          throw new Error(`${key}: ${error.message}`);
        },
      });
      const values = Object.fromEntries(
        icuNames(message).map((name) => [name, new RegExp(`\\{${name}, (plural|number)`).test(message) ? 2 : 'x']),
      );
      const tags = [...message.matchAll(/<(\w+)>/g)].map(([, tag = '']) => [tag, (chunks: string) => chunks] as const);
      expect(t.markup('message', { ...values, ...Object.fromEntries(tags) }), key).not.toBe('');
    }
  });

  test.each(locales)('the messages of %s take the same parameters as the English ones', (locale) => {
    const all = words(locale, file);
    for (const [key, message] of english)
      expect({ key, names: icuNames(all.get(key) ?? '') }).toEqual({ key, names: icuNames(message) });
  });
});
