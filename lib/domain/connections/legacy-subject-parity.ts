/** The number of facts that came under both names, under the legacy one only, under the new one only. */
export type Parity = { readonly both: number; readonly legacyOnly: number; readonly subjectOnly: number };

/**
 * The verdict of the figures on retiring a legacy name. `retire`: every fact came under the new name. `keep`: some came under the legacy
 * name alone. `unproven`: the new name alone, or too few facts. `silent`: nothing came under either.
 */
export const parityVerdicts = ['retire', 'keep', 'unproven', 'silent'] as const;
export type ParityVerdict = (typeof parityVerdicts)[number];

/** Fewer facts than this under both names prove nothing. */
export const leastFacts = 20;

/** A fact's other name is waited for so long before it counts as missing. */
export const waitedForMs = 60 * 60_000;

/** `waiting`: of the legacy-only ones, those that are too young to count as missing their new name. */
export function parityVerdict({ both, legacyOnly, subjectOnly }: Parity, waiting: number): ParityVerdict {
  if (legacyOnly > waiting) return 'keep';
  if (both >= leastFacts) return 'retire';
  return both + legacyOnly + subjectOnly === 0 ? 'silent' : 'unproven';
}
