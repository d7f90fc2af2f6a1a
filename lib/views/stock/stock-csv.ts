import type { ReturnRow } from '#lib/contract/dispenses/dispense';
import type { AlertRow, LotRow, StockItemRow, UnitParts } from '#lib/contract/stock/stock';
import { type Cell, figure } from '#lib/domain/base/csv-text';
import { personCell, product } from '#lib/views/base/csv-cells';
import type { Cells } from '#lib/views/base/list-file';

/** A number where there is one unit, which has its own column; of several every quantity with its unit: they never add. */
function parts(stock: readonly UnitParts[], part: string): Cell {
  const found = stock.flatMap(({ unit, parts: all }) =>
    all.filter((one) => one.part === part).map(({ quantity }) => ({ quantity, unit })),
  );
  if (stock.length === 1) return figure(found[0]?.quantity ?? null);
  return found.map(({ quantity, unit }) => (unit === null ? quantity : `${quantity} ${unit}`)).join('; ') || null;
}
/** Not supplied: empty where it is the only one, else a question mark in its place. */
const unitOf = (stock: readonly UnitParts[]): string | null =>
  stock.length === 1 ? (stock[0]?.unit ?? null) : stock.map(({ unit }) => unit ?? '?').join('; ') || null;

export const stockItemCells: Cells<StockItemRow> = [
  ['id', (row) => row.id],
  ['medicine', (row) => product(row.product)],
  ['location', (row) => row.locationId],
  ['usable', (row) => parts(row.stock, 'usable')],
  ['expired', (row) => parts(row.stock, 'expired')],
  ['held', (row) => parts(row.stock, 'held')],
  ['recalled', (row) => parts(row.stock, 'recalled')],
  ['unit', (row) => unitOf(row.stock)],
  ['reorderPoint', (row) => figure(row.reorderPoint)],
  ['below', (row) => (row.below ? 'yes' : 'no')],
  ['perMonth', (row) => row.perMonth],
  ['coverDays', (row) => row.coverDays],
  ['nextExpiry', (row) => row.nextExpiry],
];

export const lotCells: Cells<LotRow> = [
  ['id', (row) => row.id],
  ['medicine', (row) => product(row.product)],
  ['lot', (row) => row.lotNumber],
  ['expires', (row) => row.expiryDate],
  ['hold', (row) => row.hold],
  ['usable', (row) => parts(row.stock, 'usable')],
  ['expired', (row) => parts(row.stock, 'expired')],
  ['held', (row) => parts(row.stock, 'held')],
  ['recalled', (row) => parts(row.stock, 'recalled')],
  ['unit', (row) => unitOf(row.stock)],
  ['expectedUse', (row) => figure(row.expectedUse)],
  ['atRisk', (row) => figure(row.atRisk)],
  ['decision', (row) => row.decision],
  ['owner', (row) => row.decisionOwner],
  ['reason', (row) => row.decisionReason],
];

export const returnCells: Cells<ReturnRow> = [
  ['id', (row) => row.id],
  ['at', (row) => row.at],
  ['dispense', (row) => row.dispenseId],
  ['patient', (row) => personCell(row.patient)],
  ['medicine', (row) => product(row.product)],
  ['lot', (row) => row.lot],
  ['quantity', (row) => figure(row.quantity)],
  ['unit', (row) => row.unit],
  ['reason', (row) => row.reason],
  ['tooLarge', (row) => (row.tooLarge ? 'yes' : 'no')],
  ['disposition', (row) => row.disposition],
];

export const alertCells: Cells<AlertRow> = [
  ['id', (row) => row.id],
  ['kind', (row) => row.kind],
  ['state', (row) => row.state],
  ['raisedAt', (row) => row.raisedAt],
  ['medicine', (row) => product(row.product)],
  ['stockItem', (row) => row.stockItemId],
  ['lot', (row) => row.lotNumber],
  ['dispense', (row) => row.dispenseId],
  ['acknowledgedBy', (row) => row.acknowledgedBy],
  ['acknowledgeReason', (row) => row.acknowledgeReason],
];
