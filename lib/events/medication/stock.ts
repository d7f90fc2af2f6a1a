import { type Change, change } from '#lib/domain/ledger/change';
import type { FieldsOf } from '#lib/domain/ledger/tables';
import { key, lotKey, lotOf } from './keys.ts';

type Held = { readonly stockItemId?: string | undefined; readonly lotNumber?: string | undefined };

/** What was said of a stock item; only naming it makes its row. */
export function stockItemChange(
  stockItemId: string | undefined,
  at: string,
  set: FieldsOf<'stockItem'> = {},
): Change | undefined {
  return stockItemId === undefined ? undefined : change('stockItem', key(stockItemId), at, set);
}

/** What was said of a lot held by a stock item; undefined where either is not supplied. */
export function lotChange({ stockItemId, lotNumber }: Held, at: string, set: FieldsOf<'lot'> = {}): Change | undefined {
  const id = lotKey(stockItemId, lotNumber);
  return id === undefined
    ? undefined
    : change('lot', id, at, { stockItemId: key(stockItemId), lotNumber: lotOf(lotNumber), ...set });
}

/**
 * One movement per thing that moved it, whichever events told of that thing: one may name the stock item and another how much. What neither
 * is known of moved nothing. `quantity` is signed: negative leaves the shelf.
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
    stockItemId: stockItemId === undefined ? undefined : key(stockItemId),
    lotNumber: lotOf(lotNumber),
    kind,
    into,
    quantity,
    movedAt: at,
    ...set,
  });
}
