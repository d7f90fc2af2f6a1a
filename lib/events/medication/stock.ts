import { type Change, change } from '#lib/domain/ledger/change';
import type { FieldsOf } from '#lib/domain/ledger/tables';
import { lotKey, lotOf, medicationKey } from './keys.ts';

type Held = { readonly stockItemId?: string | undefined; readonly lotNumber?: string | undefined };

/** The facts about a stock item; only naming it makes its row. */
export function stockItemChange(
  stockItemId: string | undefined,
  at: string,
  set: FieldsOf<'stockItem'> = {},
): Change | undefined {
  return stockItemId === undefined ? undefined : change('stockItem', medicationKey(stockItemId), at, set);
}

/** The facts about a lot of a stock item; undefined where either is not supplied. */
export function lotChange({ stockItemId, lotNumber }: Held, at: string, set: FieldsOf<'lot'> = {}): Change | undefined {
  const id = lotKey(stockItemId, lotNumber);
  return id === undefined
    ? undefined
    : change('lot', id, at, { stockItemId: medicationKey(stockItemId), lotNumber: lotOf(lotNumber), ...set });
}

/**
 * One movement per cause, whichever events report that cause: one may name the stock item and another the quantity. Without either, nothing
 * moved. `quantity` is signed: negative leaves the shelf.
 */
export function movementChange(
  kind: 'receipt' | 'dispense' | 'return',
  mover: string,
  { stockItemId, lotNumber }: Held,
  quantity: string | undefined,
  at: string,
  set: FieldsOf<'stockMovement'>,
): Change | undefined {
  if (stockItemId === undefined && quantity === undefined) return undefined;
  const into = kind === 'return' ? 'quarantine' : 'usable';
  return change('stockMovement', `${kind}:${mover}`, at, {
    stockItemId: stockItemId === undefined ? undefined : medicationKey(stockItemId),
    lotNumber: lotOf(lotNumber),
    kind,
    into,
    quantity,
    movedAt: at,
    ...set,
  });
}
