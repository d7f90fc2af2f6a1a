import { readdirSync, readFileSync } from 'node:fs';
import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { icuNames } from './icu-names.ts';
import { languageTags } from './locale.ts';

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

test('both languages have the same files', () => {
  expect(readdirSync(new URL('es/', folder))).toEqual(namespaces);
});

describe.each(namespaces)('%s', (file) => {
  const en = words('en', file);
  const es = words('es', file);

  test('every word exists in both languages', () => {
    expect([...es.keys()].sort()).toEqual([...en.keys()].sort());
  });

  test.each([
    ['en', en],
    ['es', es],
  ] as const)('every message of %s is valid ICU and can be written', (locale, all) => {
    for (const [key, message] of all) {
      const t = createTranslator({
        locale: languageTags[locale],
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

  test('both languages take the same parameters', () => {
    for (const [key, message] of en)
      expect({ key, names: icuNames(es.get(key) ?? '') }).toEqual({ key, names: icuNames(message) });
  });
});
