import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrayItem } from './array-item.ts';

test.each([
  ['[1,2,3]', 1, '2'],
  [' [ {"a": [1, {"b": "],["}]} ,\n 12345678901234567890.10 ]\r\n', 0, '{"a": [1, {"b": "],["}]}'],
  [' [ {"a": [1, {"b": "],["}]} ,\n 12345678901234567890.10 ]\r\n', 1, '12345678901234567890.10'],
  ['["\\"],\\\\", null]', 1, 'null'],
  ['\uFEFF["a"]', 0, '"a"'],
  ['[1,2,3]', 3, null],
  ['[]', 0, null],
  ['{"a":[1,2]}', 0, null],
  ['"[1,2]"', 0, null],
  ['', 0, null],
])('of %j, item %i is %j, as it was written', (text, index, item) => {
  expect(arrayItem(text, index)).toBe(item);
});

test('of any array, each item is that item and nothing of its neighbours', () => {
  const spaces = fc.constantFrom(0, 2);
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { minLength: 1, maxLength: 6 }), spaces, (items, indent) => {
      const text = JSON.stringify(items, null, indent);
      const found = items.map((_item, index) => JSON.parse(arrayItem(text, index) ?? ''));
      expect(found).toEqual(JSON.parse(text));
      expect(arrayItem(text, items.length)).toBeNull();
    }),
  );
});
