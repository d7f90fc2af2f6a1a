import { rowId } from '#lib/domain/base/json/row-id';
import { type Change, change } from '#lib/domain/ledger/change';
import type { FieldsOf } from '#lib/domain/ledger/tables';
import { lotOf, medicationKey } from './keys.ts';

/** A case about a lot, or about the whole stock item where no lot was named. */
export function lotAlert(
  kind: 'expiry' | 'recall',
  stockItemId: string,
  lotNumber: string | undefined,
  at: string,
  set: FieldsOf<'alert'>,
): Change {
  const lot = lotOf(lotNumber);
  const parts = lot === undefined ? [medicationKey(stockItemId)] : [medicationKey(stockItemId), lot];
  return change('alert', rowId(kind, ...parts), at, {
    kind,
    stockItemId: medicationKey(stockItemId),
    lotNumber: lot,
    openedAt: at,
    raisedAt: at,
    ...set,
  });
}
