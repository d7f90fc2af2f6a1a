import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowId } from './row-id.ts';

test('ordinary ids are joined as they are', () => {
  expect(rowId('medication:stk_1', 'LOT-2026-04')).toBe('medication:stk_1|LOT-2026-04');
  expect(rowId('osigu:rx_1', 2)).toBe('osigu:rx_1|2');
});

test('different parts never make the same row id', () => {
  const parts = fc.array(fc.string({ unit: fc.constantFrom('a', '|', '%', '7', 'C') }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(parts, parts, (a, b) => (rowId(...a) === rowId(...b)) === (JSON.stringify(a) === JSON.stringify(b))),
  );
  expect(rowId('a|b', 'c')).not.toBe(rowId('a', 'b|c'));
});
