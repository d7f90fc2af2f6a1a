import type { UnitParts } from '#lib/contract/stock/stock';
import type { Account } from '#lib/domain/access/account';
import { type Cell, figure } from '#lib/domain/base/csv-text';
import { personCell, product } from '#lib/views/base/csv-cells';
import { csvFile } from '#lib/views/base/csv-file';
import { type Asking as AlertAsking, listAlerts } from './alerts.ts';
import { type Asking as LotAsking, listLots } from './lot-list.ts';
import { listReturns, type Asking as ReturnAsking } from './return-list.ts';
import { listStockItems, type Asking as StockAsking } from './stock-list.ts';

const limit = 200;
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

export function stockItemsCsv(account: Account, asking: StockAsking, requestId: string): Promise<Response> {
  return csvFile(
    account,
    {
      name: 'stock',
      columns: [
        ...['id', 'medicine', 'location', 'usable', 'expired', 'held', 'recalled', 'unit'],
        ...['reorderPoint', 'below', 'perMonth', 'coverDays', 'nextExpiry'],
      ],
      page: (cursor) => listStockItems(account, { ...asking, cursor, limit }),
      line: (row) => [
        ...[row.id, product(row.product), row.locationId, parts(row.stock, 'usable'), parts(row.stock, 'expired')],
        ...[parts(row.stock, 'held'), parts(row.stock, 'recalled'), unitOf(row.stock)],
        ...[figure(row.reorderPoint), row.below ? 'yes' : 'no'],
        ...[row.perMonth, row.coverDays, row.nextExpiry],
      ],
    },
    requestId,
  );
}

export function lotsCsv(account: Account, asking: LotAsking, requestId: string): Promise<Response> {
  return csvFile(
    account,
    {
      name: 'lots',
      columns: [
        ...[
          'id',
          'medicine',
          'lot',
          'expires',
          'hold',
          'usable',
          'expired',
          'held',
          'recalled',
          'unit',
          'expectedUse',
          'atRisk',
        ],
        ...['decision', 'owner', 'reason'],
      ],
      page: (cursor) => listLots(account, { ...asking, cursor, limit }),
      line: (row) => [
        ...[row.id, product(row.product), row.lotNumber, row.expiryDate, row.hold, parts(row.stock, 'usable')],
        ...[parts(row.stock, 'expired'), parts(row.stock, 'held'), parts(row.stock, 'recalled'), unitOf(row.stock)],
        ...[figure(row.expectedUse), figure(row.atRisk), row.decision, row.decisionOwner, row.decisionReason],
      ],
    },
    requestId,
  );
}

export function returnsCsv(account: Account, asking: ReturnAsking, requestId: string): Promise<Response> {
  return csvFile(
    account,
    {
      name: 'returns',
      columns: [
        'id',
        'at',
        'dispense',
        'patient',
        'medicine',
        'lot',
        'quantity',
        'unit',
        'reason',
        'tooLarge',
        'disposition',
      ],
      page: (cursor) => listReturns(account, { ...asking, cursor, limit }, requestId),
      line: (row) => [
        ...[row.id, row.at, row.dispenseId, personCell(row.patient), product(row.product), row.lot],
        ...[figure(row.quantity), row.unit],
        ...[row.reason, row.tooLarge ? 'yes' : 'no', row.disposition],
      ],
    },
    requestId,
  );
}

export function alertsCsv(account: Account, asking: AlertAsking, requestId: string): Promise<Response> {
  return csvFile(
    account,
    {
      name: 'alerts',
      columns: [
        ...['id', 'kind', 'state', 'raisedAt', 'medicine', 'stockItem', 'lot', 'dispense'],
        ...['acknowledgedBy', 'acknowledgeReason'],
      ],
      page: (cursor) => listAlerts(account, { ...asking, cursor, limit }),
      line: (row) => [
        ...[row.id, row.kind, row.state, row.raisedAt, product(row.product), row.stockItemId, row.lotNumber],
        ...[row.dispenseId, row.acknowledgedBy, row.acknowledgeReason],
      ],
    },
    requestId,
  );
}
