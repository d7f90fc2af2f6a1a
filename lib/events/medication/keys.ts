import { rowId } from '#lib/domain/base/json/row-id';
import type { Subject } from '#lib/domain/ledger/timeline';
import { normaliseLot } from '#lib/domain/stock/lot-number';
import { systemKeys } from '../system-keys.ts';

export const { key: medicationKey, about: aboutMedication } = systemKeys('medication');

/** `{stock item}|{normalised lot number}`: a stock item's part of a lot; undefined where either is not supplied. */
export function lotKey(stockItemId: string | undefined, lotNumber: string | undefined): string | undefined {
  const lot = lotOf(lotNumber);
  return stockItemId === undefined || lot === undefined ? undefined : rowId(medicationKey(stockItemId), lot);
}

/** The lot number as it is kept and compared; one that is only dashes and space is none. */
export function lotOf(lotNumber: string | undefined): string | undefined {
  return lotNumber === undefined ? undefined : normaliseLot(lotNumber) || undefined;
}

export function aboutLot(stockItemId: string | undefined, lotNumber: string | undefined): Subject | undefined {
  const id = lotKey(stockItemId, lotNumber);
  return id === undefined ? undefined : { kind: 'lot', id };
}
