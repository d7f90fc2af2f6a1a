import { add, compare, negate, times } from '../decimal.ts';

/** One dispense of a recalled lot, as far as it was supplied. Quantities are exact decimals as text, instants ISO 8601 UTC. */
export type Given = {
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly at: string | null;
  /** Each return of it. */
  readonly back: readonly { readonly quantity: string | null; readonly unit: string | null }[];
  /** How much is used in how many days, as prescribed: null where the prescription does not say, or says it in another unit. */
  readonly use: { readonly quantity: string; readonly unit: string | null; readonly days: number } | null;
};

/**
 * What a person probably still has of it. `most`: nothing is known of the use, so it is what was given minus what came back. Null: not even
 * that can be said (a quantity was not supplied, or came back in another unit).
 */
export type ProbablyHolds = { readonly quantity: string; readonly unit: string | null; readonly most: boolean };

const day = 86_400_000;
const plain = (unit: string | null) => unit?.trim().toLowerCase() ?? null;

/** Given minus what came back; never below zero. Null where it can't be said. */
export function outOf({ quantity, unit, back }: Given): string | null {
  if (quantity === null) return null;
  let left = quantity;
  for (const one of back) {
    if (one.quantity === null || (one.unit !== null && plain(one.unit) !== plain(unit))) return null;
    left = add(left, negate(one.quantity));
  }
  return compare(left, '0') < 0 ? '0' : left;
}

/**
 * Given, minus what came back, minus what he will have used since, by whole units and whole days: rounded so that it is rather too much than
 * too little.
 */
export function probablyHolds(given: Given, now: string): ProbablyHolds | null {
  const left = outOf(given);
  if (left === null) return null;
  const { unit, use, at } = given;
  const known =
    use !== null && at !== null && Number.isInteger(use.days) && use.days > 0 && plain(use.unit) === plain(unit);
  if (!known) return { quantity: left, unit, most: true };
  const days = Math.max(0, Math.floor((Date.parse(now) - Date.parse(at)) / day));
  const [whole = '0'] = times(use.quantity, days).split('.');
  const used = String(BigInt(whole) / BigInt(use.days));
  const still = add(left, negate(used));
  return { quantity: compare(still, '0') < 0 ? '0' : still, unit, most: false };
}

/** Of several dispenses of one person; null where one is not known, or the units differ: units never add. */
export function holdsAltogether(all: readonly (ProbablyHolds | null)[]): ProbablyHolds | null {
  const known = all.filter((one) => one !== null);
  const [first] = known;
  if (!first || known.length < all.length || known.some(({ unit }) => plain(unit) !== plain(first.unit))) return null;
  return {
    quantity: known.reduce((sum, { quantity }) => add(sum, quantity), '0'),
    unit: first.unit,
    most: known.some(({ most }) => most),
  };
}
