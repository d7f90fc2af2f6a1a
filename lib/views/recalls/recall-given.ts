import type { ProductRef } from '#lib/contract/dispenses/dispense';
import type { RecallPersonRow } from '#lib/contract/recalls/recall';
import type { Tx } from '#lib/db/base/in-tenant';
import { loadRows } from '#lib/db/ledger/projections/projection-rows';
import type { FoundRecallLot } from '#lib/db/recalls/find-recalls';
import { add } from '#lib/domain/base/decimal';
import { number, type Row, text } from '#lib/domain/ledger/fold';
import { lateArrival } from '#lib/domain/recalls/late-arrival';
import { probablyHolds, type SuppliedDispense } from '#lib/domain/recalls/probably-holds';

/** The time when a lot was recalled first, by this case. */
export type RecalledWhen = (stockItemId: string | null, lot: string | null) => string | null;

export async function recalledWhen(
  tx: Tx,
  tenantId: string,
  recallId: string,
  lots: readonly FoundRecallLot[],
): Promise<RecalledWhen> {
  const rows = new Map<string, Row>();
  await loadRows(tx, tenantId, 'recallLot', 'recallId', [recallId], rows);
  const all = [...rows.values()].flatMap((row) => {
    const register = row['recalledAt'];
    return register ? [{ row, at: register.at }] : [];
  });
  const first = all.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return (stockItemId, lot) => {
    const ofLot = first.filter(({ row }) => text(row, 'lotNumber') === lot);
    const named = ofLot.find(({ row }) => text(row, 'stockItemId') === stockItemId);
    const whole = first.find(({ row }) => text(row, 'stockItemId') === stockItemId && text(row, 'lotNumber') === null);
    return (named ?? whole ?? ofLot[0] ?? (lots.length > 0 ? first[0] : undefined))?.at ?? null;
  };
}

/** The prescribed use: the item of the same unit. With several items nobody knows which one this is, unless the product's code shows it. */
function asPrescribed(dispense: Row, items: readonly Row[]): SuppliedDispense['use'] {
  const code = text(dispense, 'productCode');
  const own = items.length === 1 ? items : items.filter((item) => code !== null && text(item, 'productCode') === code);
  const [item] = own;
  const quantity = text(item, 'quantity');
  const days = number(item, 'durationDays');
  if (own.length !== 1 || quantity === null || days === null) return null;
  const of = `${text(item, 'prescriptionId')} ${number(item, 'line')}`;
  return { of, quantity, unit: text(item, 'unit'), days };
}

/** One dispense of a recalled lot: its rows, and whether the ledger received it after the recall. */
export type GivenRows = {
  readonly dispenseId: string;
  readonly row: Row;
  readonly returns: readonly Row[];
  readonly items: readonly Row[];
  readonly told: boolean;
};

/** One person's dispenses of the recalled lots, with the return of each and the amount that is probably left. */
export function givenTo(
  all: readonly GivenRows[],
  recalled: RecalledWhen,
  productOf: (dispenseId: string) => ProductRef,
  now: string,
): readonly RecallPersonRow['given'][number][] {
  const given = all.map(
    ({ row, returns, items }): SuppliedDispense => ({
      ...{ quantity: text(row, 'quantity'), unit: text(row, 'unit'), at: text(row, 'dispensedAt') },
      back: returns.map((one) => ({ quantity: text(one, 'quantity'), unit: text(one, 'unit') })),
      use: asPrescribed(row, items),
    }),
  );
  const holds = probablyHolds(given, now);
  return all.map(({ dispenseId, row, returns, items, told }, index) => {
    const [at, lot] = [text(row, 'dispensedAt'), text(row, 'lotNumber')];
    const when = recalled(text(row, 'stockItemId'), lot);
    const amounts = returns.flatMap((one) => text(one, 'quantity') ?? []);
    return {
      ...{ dispenseId, prescriptionId: text(row, 'prescriptionId'), product: productOf(dispenseId), lot, at },
      ...{ quantity: text(row, 'quantity'), unit: text(row, 'unit') },
      returned: returns.length === 0 ? null : amounts.reduce(add, '0'),
      daysSupply: asPrescribed(row, items)?.days ?? null,
      holds: holds[index] ?? null,
      late: when === null ? null : lateArrival({ at, told }, when),
    };
  });
}
