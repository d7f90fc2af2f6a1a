import { describe, expect, test } from 'vitest';
import type { Json } from './json.ts';
import { parseJson } from './parse-json.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const reasonOf = (raw: Uint8Array) => {
  const parsed = parseJson(raw);
  return parsed.ok ? 'ok' : parsed.reason;
};

describe('a number is never changed by reading it', () => {
  test.each<[string, Json]>([
    ['12.50', 12.5],
    ['9007199254740991', 9007199254740991],
    ['9007199254740993', '9007199254740993'],
    ['12345678901234567890', '12345678901234567890'],
    ['-12345678901234567890', '-12345678901234567890'],
    ['0.1234567890123456789', '0.1234567890123456789'],
    ['0.30000000000000004', 0.30000000000000004],
    ['1.0000000000000000', 1],
    ['1e2', 100],
    ['1.5E+3', 1500],
    ['1e-400', '1e-400'],
    ['0e-400', 0],
    ['100000000000000000000', 100000000000000000000],
  ])('%s', (written, read) => {
    expect(parseJson(bytes(`{"n":${written}}`))).toEqual({ ok: true, value: { n: read } });
  });

  test('a number beyond any double is left for the store to refuse', () => {
    expect(parseJson(bytes('[1e400000]'))).toEqual({ ok: true, value: [Number.POSITIVE_INFINITY] });
  });

  test('digits inside a string or a key are left alone', () => {
    const text = String.raw`{"12345678901234567890":"\"12345678901234567890\\","b":"1e400"}`;
    expect(parseJson(bytes(text))).toEqual({ ok: true, value: JSON.parse(text) });
  });
});

describe('what is not JSON is refused, and why', () => {
  test.each([
    ['', 'syntax'],
    ['{"a":1,}', 'syntax'],
    ['{"a":1 // two\n}', 'syntax'],
    ['{"a":01234567890123456789}', 'syntax'],
    ['{"a":1.2.3456789012345678}', 'syntax'],
    ['{"a":-}', 'syntax'],
    ['"unclosed', 'syntax'],
    ['"\\', 'syntax'],
    ['{"a":NaN}', 'syntax'],
    ['}'.repeat(100), 'syntax'],
  ])('%j', (text, reason) => {
    expect(reasonOf(bytes(text))).toBe(reason);
  });

  test('bytes that are not UTF-8', () => {
    expect(reasonOf(Uint8Array.of(0x22, 0xff, 0x22))).toBe('not-utf-8');
    expect(reasonOf(Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22))).toBe('not-utf-8');
  });

  test('a byte order mark is skipped', () => {
    expect(parseJson(Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d))).toEqual({ ok: true, value: {} });
  });

  test('64 levels are read, 65 and 100,000 are not', () => {
    const nested = (depth: number) => bytes('['.repeat(depth) + ']'.repeat(depth));
    expect(reasonOf(nested(64))).toBe('ok');
    expect(reasonOf(nested(65))).toBe('too-deep');
    expect(reasonOf(nested(100_000))).toBe('too-deep');
  });

  test('brackets inside strings are no depth', () => {
    expect(reasonOf(bytes(JSON.stringify('['.repeat(1000))))).toBe('ok');
  });

  test('a million keys are not read', () => {
    expect(reasonOf(bytes(`{${'"a":1,'.repeat(1_000_000)}"b":1}`))).toBe('too-many-parts');
  });
});

test('a key named __proto__ changes no prototype', () => {
  const parsed = parseJson(bytes('{"__proto__":{"polluted":true}}'));
  expect(parsed.ok && Object.keys(Object(parsed.value))).toEqual(['__proto__']);
  expect('polluted' in {}).toBe(false);
});
