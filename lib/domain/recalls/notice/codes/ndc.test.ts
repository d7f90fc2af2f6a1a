import { expect, test } from 'vitest';
import { ndcForms, sameNdc } from './ndc.ts';

test.each([
  ['9876-5432-10', ['09876543210']],
  ['98765-432-10', ['98765043210']],
  ['98765-4321-0', ['98765432100']],
  ['98765-4321-01', ['98765432101']],
  ['NDC 98765-*321-01', ['98765032101']],
  ['98765-432', ['987650432']],
  ['98765432101', ['98765432101']],
  ['9876543210', ['09876543210', '98765043210', '98765432100']],
  ['RxNorm|308182', []],
  ['', []],
])('%j compares as %j', (printed, forms) => {
  expect(ndcForms(printed)).toEqual(forms);
});

test('the same package in two prints is one, and a product without its package is all its packages', () => {
  expect(sameNdc('98765-432-10', '98765043210')).toBe(true);
  expect(sameNdc('98765-432', '98765-0432-30')).toBe(true);
  expect(sameNdc('98765-432-10', '98765-432-30')).toBe(false);
  expect(sameNdc('308182', '308182')).toBe(false);
});
