import { rowId } from '#lib/domain/base/json/row-id';
import { type Change, change } from '#lib/domain/ledger/change';
import type { FieldsOf } from '#lib/domain/ledger/tables';
import { key, lotOf } from './keys.ts';

/** A case about a lot, or about the whole stock item where no lot was named. */
export function lotAlert(
  kind: 'expiry' | 'recall',
  stockItemId: string,
  lotNumber: string | undefined,
  at: string,
  set: FieldsOf<'alert'>,
): Change {
  const lot = lotOf(lotNumber);
  const parts = lot === undefined ? [key(stockItemId)] : [key(stockItemId), lot];
  return change('alert', rowId(kind, ...parts), at, {
    kind,
    stockItemId: key(stockItemId),
    lotNumber: lot,
    openedAt: at,
    raisedAt: at,
    ...set,
  });
}
