import { add, compare, negate } from '#lib/domain/base/decimal';
import type { BalanceKey } from '#lib/domain/stock/stock-balance';

/** The register's name for a dispense whose source named neither the medicine nor a stock item. */
export const unknownSubstance = 'unknown';

export const registerKinds = ['receipt', 'dispense', 'return', 'disposal', 'correction', 'count'] as const;
export type RegisterKind = (typeof registerKinds)[number];

/** One entry of the controlled register. `quantity` is signed (negative leaves); of a count it is what was there; null: not supplied. */
export type RegisterFact = {
  readonly id: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly kind: RegisterKind;
  readonly substance: string;
  /** `stockItemId` '' where the sender named no stock item. */
  readonly key: BalanceKey;
  readonly quantity: string | null;
};

/** The balance of one key before the first entry. */
export type OpeningBalance = { readonly substance: string; readonly key: BalanceKey; readonly quantity: string };

/**
 * `unmeasured`: how much is not supplied, so what follows may be wrong by it. `unplaced`: no stock item is named. `difference`: a count found another
 * quantity than the books say. `negative`: more left than ever came in.
 */
export const registerGaps = ['unmeasured', 'unplaced', 'difference', 'negative'] as const;
export type RegisterGap = (typeof registerGaps)[number];

/** An entry with its running balance: of its substance, in its unit, over every stock item, lot and bucket. */
export type RegisterLine<F extends RegisterFact = RegisterFact> = {
  readonly fact: F;
  readonly in: string | null;
  readonly out: string | null;
  readonly before: string;
  readonly after: string;
  readonly gaps: readonly RegisterGap[];
};

/** By the fact's own time. A count at the same moment comes last: it says what was there then, as the balances of stock do. */
export function inRegisterOrder(a: RegisterFact, b: RegisterFact): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  const last = Number(a.kind === 'count') - Number(b.kind === 'count');
  return last !== 0 ? last : a.id < b.id ? -1 : Number(a.id > b.id);
}

const nameOf = (substance: string, { stockItemId, lotNumber, bucket, unit }: BalanceKey) =>
  JSON.stringify([substance, stockItemId, lotNumber, bucket, unit]);
const totalOf = (substance: string, unit: string) => JSON.stringify([substance, unit]);

function gapsOf(fact: RegisterFact, change: string, after: string): readonly RegisterGap[] {
  return [
    ...(fact.quantity === null ? (['unmeasured'] as const) : []),
    ...(fact.key.stockItemId === '' ? (['unplaced'] as const) : []),
    ...(fact.kind === 'count' && change !== '0' ? (['difference'] as const) : []),
    ...(after.startsWith('-') ? (['negative'] as const) : []),
  ];
}

/**
 * The running balances of some entries, whatever order they are given in: a late one takes its own place in time, and what follows it reads anew.
 * A count sets the balance of its lot; what it finds more or less is its in or out.
 */
export function runBook<F extends RegisterFact>(
  openings: readonly OpeningBalance[],
  facts: readonly F[],
): readonly RegisterLine<F>[] {
  const balances = new Map<string, string>();
  const totals = new Map<string, string>();
  const move = (substance: string, key: BalanceKey, change: string) => {
    const [name, total] = [nameOf(substance, key), totalOf(substance, key.unit)];
    balances.set(name, add(balances.get(name) ?? '0', change));
    totals.set(total, add(totals.get(total) ?? '0', change));
  };
  for (const { substance, key, quantity } of openings) move(substance, key, quantity);
  return facts.toSorted(inRegisterOrder).map((fact) => {
    const { substance, key, quantity, kind } = fact;
    const before = totals.get(totalOf(substance, key.unit)) ?? '0';
    const was = balances.get(nameOf(substance, key)) ?? '0';
    const change = quantity === null ? '0' : kind === 'count' ? add(quantity, negate(was)) : quantity;
    move(substance, key, change);
    const after = add(before, change);
    const sign = compare(change, '0');
    return {
      ...{ fact, before, after },
      in: sign > 0 ? change : null,
      out: sign < 0 ? negate(change) : null,
      gaps: gapsOf(fact, change, after),
    };
  });
}
