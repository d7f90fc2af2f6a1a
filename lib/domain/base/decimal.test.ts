import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, compare, decimal, negate, times } from './decimal.ts';

test.each([
  ['12.50', '12.5'],
  [12.5, '12.5'],
  ['0.000', '0'],
  ['-0', '0'],
  ['007', '7'],
  ['+3', '3'],
  ['1e3', '1000'],
  ['1.25e1', '12.5'],
  ['5e-3', '0.005'],
  [1e-7, '0.0000001'],
  [' 4 ', '4'],
])('%s is the quantity %s', (given, wanted) => {
  expect(decimal(given)).toBe(wanted);
});

test.each([
  '',
  'ten',
  '1,5',
  '1e400000',
  '1e40',
  '0x10',
  'NaN',
  'Infinity',
  '1.2.3',
  '.5',
  '0.0000000000001',
  '9'.repeat(31),
])('%s is no quantity', (given) => {
  expect(decimal(given)).toBeNull();
});

const quantity = fc
  .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([whole, part]) => decimal(`${whole}.${part}`) ?? '0');

test('sums are exact: no order, grouping or detour changes them', () => {
  fc.assert(
    fc.property(quantity, quantity, quantity, (a, b, c) => {
      expect(add(a, b)).toBe(add(b, a));
      expect(add(add(a, b), c)).toBe(add(a, add(b, c)));
      expect(add(add(a, b), negate(b))).toBe(a);
      expect(times(a, 3)).toBe(add(a, add(a, a)));
      expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0);
    }),
  );
  expect(add('0.1', '0.2')).toBe('0.3');
});
