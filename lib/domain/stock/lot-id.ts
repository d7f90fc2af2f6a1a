import { rowId } from '#lib/domain/base/json/row-id';

/** The id of the lot that a stock item holds under a number; null where either is not known. */
export function lotIdOf(stockItemId: string | null, lotNumber: string | null): string | null {
  return stockItemId === null || lotNumber === null ? null : rowId(stockItemId, lotNumber);
}
