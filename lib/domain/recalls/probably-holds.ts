import { add, compare, negate, times } from '#lib/domain/base/decimal';

/** One dispense of a recalled lot, as far as it was supplied. Quantities are exact decimals as text, instants ISO 8601 UTC. */
export type SuppliedDispense = {
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly at: string | null;
  /** Each return of it. */
  readonly back: readonly { readonly quantity: string | null; readonly unit: string | null }[];
  /**
   * The amount used in a number of days, as prescribed: null where the prescription does not say. `of` is the prescribed item: dispenses of
   * one item are used up one after another, not all at once.
   */
  readonly use: {
    readonly of: string;
    readonly quantity: string;
    readonly unit: string | null;
    readonly days: number;
  } | null;
};

/**
 * The amount that a person probably still has of it. `most`: nothing is known of the use, so it is the dispensed amount minus the returned
 * one. Null: not even that can be said (a quantity was not supplied, or came back in another unit).
 */
export type ProbablyHolds = { readonly quantity: string; readonly unit: string | null; readonly most: boolean };

const day = 86_400_000;
const most = (a: string, b: string) => (compare(a, b) < 0 ? b : a);
const least = (a: string, b: string) => (compare(a, b) < 0 ? a : b);
const plain = (unit: string | null) => unit?.trim().toLowerCase() ?? null;

/** Given minus what came back; never below zero. Null where it can't be said. */
export function outOf({ quantity, unit, back }: SuppliedDispense): string | null {
  if (quantity === null) return null;
  let left = quantity;
  for (const one of back) {
    if (one.quantity === null || (one.unit !== null && plain(one.unit) !== plain(unit))) return null;
    left = add(left, negate(one.quantity));
  }
  return compare(left, '0') < 0 ? '0' : left;
}

type Used = {
  readonly index: number;
  readonly out: string;
  readonly at: string;
  readonly use: NonNullable<SuppliedDispense['use']>;
};

/** The amount used from a moment until now, by whole units and whole days: rounded so that rather too much is left than too little. */
function usedSince({ at, use }: Used, now: string): string {
  const days = Math.max(0, Math.floor((Date.parse(now) - Date.parse(at)) / day));
  const [whole = '0'] = times(use.quantity, days).split('.');
  return String(BigInt(whole) / BigInt(use.days));
}

/**
 * The rest of dispenses that are used one after another, oldest first: all of them minus one use since the first. Where that ran out before
 * a later one was dispensed, the use begins again with it: the most that any such beginning leaves. The rest is of the latest ones.
 */
function leftOf(group: readonly Used[], now: string): ReadonlyMap<number, string> {
  const newestFirst = group.toSorted((a, b) => (a.at === b.at ? a.index - b.index : a.at > b.at ? -1 : 1));
  let sum = '0';
  let left = '0';
  for (const one of newestFirst) {
    sum = add(sum, one.out);
    left = most(left, add(sum, negate(usedSince(one, now))));
  }
  const each = new Map<number, string>();
  for (const { index, out } of newestFirst) {
    each.set(index, least(out, left));
    left = add(left, negate(least(out, left)));
  }
  return each;
}

function usedUp(given: SuppliedDispense, index: number): readonly Used[] {
  const { use, at, unit } = given;
  const out = outOf(given);
  if (out === null || use === null || at === null || plain(use.unit) !== plain(unit)) return [];
  return Number.isInteger(use.days) && use.days > 0 ? [{ index, out, at, use }] : [];
}

/** For each dispense of one person: dispensed, minus returned, minus the amount they will have used since. */
export function probablyHolds(all: readonly SuppliedDispense[], now: string): readonly (ProbablyHolds | null)[] {
  const groups = Map.groupBy(all.flatMap(usedUp), ({ use }) => JSON.stringify(use));
  const left = new Map([...groups.values()].flatMap((group) => [...leftOf(group, now)]));
  return all.map((given, index) => {
    const known = left.get(index);
    const quantity = known ?? outOf(given);
    return quantity === null ? null : { quantity, unit: given.unit, most: known === undefined };
  });
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
