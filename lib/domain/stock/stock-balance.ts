import { add, negate } from '#lib/domain/base/decimal';
import { type Row, text } from '#lib/domain/ledger/fold';

/** The key of a balance: one stock item's part of a lot, on the shelf or in quarantine, in one unit. '' is not supplied. */
export type BalanceKey = {
  readonly stockItemId: string;
  readonly lotNumber: string;
  readonly bucket: string;
  readonly unit: string;
};

/** The amount that one movement adds to a balance, and its time (ISO 8601 UTC): a later count replaces it. */
export type Contribution = { readonly key: BalanceKey; readonly at: string; readonly quantity: string };

/** One spelling of a unit; different units never add. */
export function unitOf(row: Row | undefined): string {
  return text(row, 'unit')?.trim().toLowerCase() ?? '';
}

/** The stock item that a movement or a count names; of what came back else the one that its dispense was taken from. */
export function stockItemOf(row: Row): string | null {
  return text(row, 'stockItemId') ?? text(row, 'givenFrom');
}

/** Its lot: that of the dispense only where both are of one stock item. */
export function lotNumberOf(row: Row): string | null {
  const own = text(row, 'stockItemId');
  const given = own === null || own === text(row, 'givenFrom') ? text(row, 'givenLot') : null;
  return text(row, 'lotNumber') ?? given;
}

/** The balance that a movement or a count belongs to; null where no stock item is named. */
export function balanceKeyOf(row: Row): BalanceKey | null {
  const stockItemId = stockItemOf(row);
  if (stockItemId === null) return null;
  return {
    stockItemId,
    lotNumber: lotNumberOf(row) ?? '',
    bucket: text(row, 'into') ?? 'usable',
    unit: unitOf(row),
  };
}

/** The amount that a movement adds, and its balance: a pure function of its row, so that a changed row is a difference of two. */
export function contributionOf(movement: Row | undefined): Contribution | null {
  if (movement === undefined) return null;
  const key = balanceKeyOf(movement);
  const quantity = text(movement, 'quantity');
  const at = text(movement, 'movedAt');
  return key === null || quantity === null || at === null ? null : { key, at, quantity };
}

/** The amount that a movement adds to its day's demand: the dispensed quantity, in its unit, on the UTC day. */
export function demandOf(
  movement: Row | undefined,
): { stockItemId: string; day: string; unit: string; quantity: string } | null {
  const found = contributionOf(movement);
  if (found === null || text(movement, 'kind') !== 'dispense') return null;
  const { stockItemId, unit } = found.key;
  return { stockItemId, day: found.at.slice(0, 10), unit, quantity: negate(found.quantity) };
}

/** Sums differences by key. Exact, and the same in any order. */
export function stepsBetween<K>(
  parts: readonly { readonly key: K; readonly quantity: string }[],
): readonly { readonly key: K; readonly quantity: string }[] {
  const sums = new Map<string, { readonly key: K; readonly quantity: string }>();
  for (const { key, quantity } of parts) {
    const name = JSON.stringify(key);
    const kept = sums.get(name);
    sums.set(name, { key, quantity: kept ? add(kept.quantity, quantity) : quantity });
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, sum]) => sum)
    .filter(({ quantity }) => quantity !== '0');
}
