import { expect, test } from 'vitest';
import { parityVerdict } from './legacy-subject-parity.ts';

test.each([
  ['every fact under both names', 400, 0, 0, 0, 'retire'],
  ['both, and some under the new name alone', 400, 0, 12, 0, 'retire'],
  ['one fact under the legacy name alone', 400, 1, 0, 0, 'keep'],
  ['one that may still get its new name', 400, 1, 0, 1, 'retire'],
  ['one that may, and one that did not', 400, 2, 0, 1, 'keep'],
  ['too few to say', 19, 0, 0, 0, 'unproven'],
  ['the new name alone', 0, 0, 300, 0, 'unproven'],
  ['nothing', 0, 0, 0, 0, 'silent'],
] as const)('%s', (_, both, legacyOnly, subjectOnly, waiting, verdict) => {
  expect(parityVerdict({ both, legacyOnly, subjectOnly }, waiting)).toBe(verdict);
});
