import { rowId } from '#lib/domain/base/json/row-id';
import { type Change, change } from '#lib/domain/ledger/change';
import type { FieldsOf } from '#lib/domain/ledger/tables';
import { medicationKey } from './keys.ts';

/** The Medication Service writes one medicine per prescription: its line 1, where anything was said of it. */
export function itemChange(prescriptionId: string, at: string, set: FieldsOf<'prescriptionItem'>): Change | undefined {
  if (Object.values(set).every((value) => value === undefined)) return undefined;
  return change('prescriptionItem', rowId(medicationKey(prescriptionId), 1), at, {
    prescriptionId: medicationKey(prescriptionId),
    line: 1,
    ...set,
  });
}
