import fc from 'fast-check';
import { expect, test } from 'vitest';
import { losesDigits } from './exact-number.ts';

test('no double is reported to lose digits, however it is printed', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(losesDigits(String(value))).toBe(false);
      expect(losesDigits(value.toExponential())).toBe(false);
    }),
  );
});

test('an integer is reported to lose digits exactly when a double changes it', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), (value) => {
      // A double's own shortest spelling, padded with zeros, is the same decimal.
      const changed =
        BigInt(String(Number(value)).includes('e') ? expanded(Number(value)) : String(Number(value))) !== value;
      expect(losesDigits(String(value))).toBe(changed);
    }),
  );
});

/** `1.5e+21` written out. */
function expanded(value: number): string {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return whole + fraction.padEnd(Number(exponent), '0');
}
