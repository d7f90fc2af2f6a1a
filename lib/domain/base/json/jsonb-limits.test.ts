import { expect, test } from 'vitest';
import type { Json } from './json.ts';
import { whyNotStorable } from './jsonb-limits.ts';

test.each<[string, Json, string[]]>([
  ['nothing', { a: ['b', 1, null, { c: 'ok 💊' }] }, []],
  ['U+0000 in a string', { data: { items: [{}, { code: 'a\u0000' }] } }, ['$.data.items[1].code']],
  ['half a surrogate pair', { data: { note: '\ud83d' } }, ['$.data.note']],
  ['a number beyond any double', [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY], ['$[0]', '$[1]']],
  ['a bad key', { data: { 'a\u0000': 1 } }, ['$.data.*']],
  ['a key that names a prototype', JSON.parse('{"data":{"__proto__":{"a":1}}}'), ['$.data.__proto__']],
  ['a bare string', '\ud800', ['$']],
])('finds %s', (_what, value, paths) => {
  expect(whyNotStorable(value)).toEqual(paths);
});

test('a key that could be a value is not shown', () => {
  expect(whyNotStorable({ 'ana@example.com': { 'Calle 5, 2.º': '\u0000' } })).toEqual(['$.*.*']);
});

test('at most 20 paths are listed of a body full of faults', () => {
  expect(whyNotStorable(Array.from({ length: 1000 }, () => ({ a: '\u0000', b: '\u0000' })))).toHaveLength(20);
});
