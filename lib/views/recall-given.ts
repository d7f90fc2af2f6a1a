import type { FoundRecallLot } from '#lib/db/find-recalls';
import type { Tx } from '#lib/db/in-tenant';
import { loadRows } from '#lib/db/projection-rows';
import { add } from '#lib/domain/decimal';
import { number, type Row, text } from '#lib/domain/fold';
import { lateArrival } from '#lib/domain/recall/late-arrival';
import { type Given, probablyHolds } from '#lib/domain/recall/probably-holds';
import type { RecallPersonRow } from '#lib/queries/recall';

/** When a lot was recalled first, by this case, and which event of the ledger said so. */
export type RecalledWhen = (stockItemId: string | null, lot: string | null) => { at: string; seq: number } | null;

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
    return register ? [{ row, at: register.at, seq: register.by }] : [];
  });
  const first = all.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return (stockItemId, lot) => {
    const ofLot = first.filter(({ row }) => text(row, 'lotNumber') === lot);
    const named = ofLot.find(({ row }) => text(row, 'stockItemId') === stockItemId);
    const whole = first.find(({ row }) => text(row, 'stockItemId') === stockItemId && text(row, 'lotNumber') === null);
    return named ?? whole ?? ofLot[0] ?? (lots.length > 0 ? (first[0] ?? null) : null);
  };
}

/** How it is used as prescribed: the item of the same unit. With several items nobody says which one this is, unless the product's code does. */
function asPrescribed(dispense: Row, items: readonly Row[]): Given['use'] {
  const code = text(dispense, 'productCode');
  const own = items.length === 1 ? items : items.filter((item) => code !== null && text(item, 'productCode') === code);
  const [item] = own;
  const quantity = text(item, 'quantity');
  const days = number(item, 'durationDays');
  if (own.length !== 1 || quantity === null || days === null) return null;
  return { quantity, unit: text(item, 'unit'), days };
}

/** One dispense of a recalled lot, with what came back of it and what is probably left. */
export function givenOf(
  dispenseId: string,
  row: Row,
  returns: readonly Row[],
  items: readonly Row[],
  recalled: RecalledWhen,
  now: string,
): RecallPersonRow['given'][number] {
  const at = text(row, 'dispensedAt');
  const given: Given = {
    ...{ quantity: text(row, 'quantity'), unit: text(row, 'unit'), at },
    back: returns.map((one) => ({ quantity: text(one, 'quantity'), unit: text(one, 'unit') })),
    use: asPrescribed(row, items),
  };
  const lot = text(row, 'lotNumber');
  const when = recalled(text(row, 'stockItemId'), lot);
  const amounts = given.back.flatMap(({ quantity }) => quantity ?? []);
  return {
    ...{ dispenseId, prescriptionId: text(row, 'prescriptionId'), lot, quantity: given.quantity, unit: given.unit, at },
    returned: given.back.length === 0 ? null : amounts.reduce(add, '0'),
    daysSupply: given.use?.days ?? null,
    holds: probablyHolds(given, now),
    late: when && lateArrival({ at, seq: row['dispensedAt']?.by ?? 0 }, when),
  };
}
