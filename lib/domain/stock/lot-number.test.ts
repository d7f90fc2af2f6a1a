import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseLot } from './lot-number.ts';

test.each([
  ['lot-2026-04', 'LOT-2026-04'],
  ['  LOT-2026-04 ', 'LOT-2026-04'],
  ['LOT – 2026 — 04', 'LOT-2026-04'],
  ['LOT\u20112026\u221204', 'LOT-2026-04'],
  ['AB  12\t3', 'AB 12 3'],
  ['AB\u00a012', 'AB 12'],
  ['ＡＢ１２', 'AB12'],
  ['AB\u200b12\ufeff', 'AB12'],
  ['   ', ''],
])('%j is the lot %j', (written, lot) => {
  expect(normaliseLot(written)).toBe(lot);
});

test('characters that distinguish lots stay: separators, leading zeros, letters that look like digits', () => {
  const different = ['AB12', 'AB-12', 'AB 12', 'AB.12', 'AB/12', 'AB012', 'ABI2', 'AB12A', 'A0', 'AO', 'A1', 'AI'];
  expect(new Set(different.map(normaliseLot)).size).toBe(different.length);
});

test('lots of capitals, digits and single separators are left exactly as they are, so no two of them merge', () => {
  const written = fc.stringMatching(/^[A-Z0-9]+([-./_ ][A-Z0-9]+)*$/, { maxLength: 20 });
  fc.assert(fc.property(written, (lot) => normaliseLot(lot) === lot));
});

test('normalising twice changes nothing', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 20 }),
      (lot) => normaliseLot(normaliseLot(lot)) === normaliseLot(lot),
    ),
  );
});
