import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';
import { isObject, type Json } from './json.ts';

const json = fc.jsonValue({ maxDepth: 6 }).map((value): Json => JSON.parse(JSON.stringify(value)));

/** The same content with every object's keys the other way round. */
function reversed(value: Json): Json {
  if (isObject(value))
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, held]) => [key, reversed(held)]),
    );
  return Array.isArray(value) ? value.map(reversed) : value;
}

test('white space and key order make no difference', () => {
  fc.assert(
    fc.property(json, fc.integer({ min: 0, max: 8 }), (value, indent) => {
      expect(canonicalJson(JSON.parse(JSON.stringify(reversed(value), null, indent)))).toBe(canonicalJson(value));
    }),
  );
});

test('the canonical form says the same as the value, so other content gives another form', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(value);
    }),
  );
});

test('it is the form of RFC 8785', () => {
  const value = JSON.parse(String.raw`{"peach":[56,{"d":true,"10":null,"1":-0}],"\u20ac":"\u0041","\r":1E30,"a":4.50}`);
  expect(canonicalJson(value)).toBe('{"\\r":1e+30,"a":4.5,"peach":[56,{"1":0,"10":null,"d":true}],"€":"A"}');
});

test('a number beyond any double is not the same as null', () => {
  expect(canonicalJson([JSON.parse('1e999')])).not.toBe(canonicalJson([null]));
});
