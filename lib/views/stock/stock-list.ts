import type { Page } from '#lib/contract/base/page';
import type { StockItemRow } from '#lib/contract/stock/stock';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { findStockItems, type StockItemQuery } from '#lib/db/stock/find-stock-items';
import type { Account } from '#lib/domain/access/account';
import { ownLocations } from '#lib/domain/access/own-locations';
import { dayIn } from '#lib/domain/base/time/day-in';
import type { StockShow } from '#lib/domain/stock/stock-filter';
import { decodeCursor, encodeCursor } from '#lib/views/base/cursor';
import { productsOf } from '#lib/views/directories/product-ref';
import { stockItemRowOf } from './stock-row.ts';

export type Asking = {
  readonly q?: string | undefined;
  readonly show?: StockShow | undefined;
  readonly location?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly waiting?: StockItemQuery['waiting'];
  readonly cursor?: string | undefined;
  readonly limit: number;
};

export async function readStockItems(tx: Tx, account: Account, asking: Asking): Promise<Page<StockItemRow>> {
  const { tenantId } = account.scope;
  const { cursor, limit, ...filter } = asking;
  const [name, id] = decodeCursor(cursor, ['text', 'text']) ?? [];
  const after = name !== undefined && id !== undefined ? { name, id } : null;
  const today = dayIn(account.timeZone, new Date());
  const found = await findStockItems(tx, {
    ...filter,
    places: ownLocations(account.scope),
    tenantId,
    today,
    after,
    limit: limit + 1,
  });
  const rows = found.slice(0, limit);
  const product = await productsOf(
    tx,
    tenantId,
    rows.map((row) => ({ id: row.id, row: row.registers, stockItemId: null })),
  );
  const last = rows.at(-1);
  const more = found.length > rows.length && last !== undefined;
  return {
    items: rows.map((row) => stockItemRowOf(row, product(row.id))),
    nextCursor: more ? encodeCursor([last.name, last.id]) : null,
  };
}

/** A page of the pharmacy's stock items, by name: each item's parts, reorder point, demand and cover on the tenant's day. */
export function listStockItems(account: Account, asking: Asking): Promise<Page<StockItemRow>> {
  return inTenant(account.scope, (tx) => readStockItems(tx, account, asking));
}
