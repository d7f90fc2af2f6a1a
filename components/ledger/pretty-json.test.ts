import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prettyJson } from './pretty-json.ts';

test('any JSON reads as JSON.stringify would lay it out', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const value: unknown = JSON.parse(text);
      expect(prettyJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
    }),
  );
});

test('digits, key order and repeated keys stay as they were sent', () => {
  expect(prettyJson('{"q":12.50,"a":1e400,"q":9007199254740993}')).toBe(
    '{\n  "q": 12.50,\n  "a": 1e400,\n  "q": 9007199254740993\n}',
  );
});

test('what is not JSON is left to be shown as it is', () => {
  expect(prettyJson('<html>')).toBeNull();
});
