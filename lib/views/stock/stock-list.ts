import type { PageAsked } from '#lib/contract/base/list';
import type { Page } from '#lib/contract/base/page';
import type { StockItemRow } from '#lib/contract/stock/stock';
import type { stockItemsList } from '#lib/contract/stock/stock-items-list';
import { inTenant } from '#lib/db/base/in-tenant';
import { findStockItems, type StockItemFilter } from '#lib/db/stock/find-stock-items';
import type { Account } from '#lib/domain/access/account';
import { ownLocations } from '#lib/domain/access/own-locations';
import { dayIn } from '#lib/domain/base/time/day-in';
import { decodeCursor } from '#lib/views/base/cursor';
import { oneMore, pageOf } from '#lib/views/base/page-of';
import { productsOf } from '#lib/views/directories/product-ref';
import { stockItemRowOf } from './stock-row.ts';

type Asking = PageAsked<typeof stockItemsList> & Pick<StockItemFilter, 'ids' | 'waiting'>;

/** A page of the pharmacy's stock items, by name: each item's parts, reorder point, demand and cover on the tenant's day. */
export function listStockItems(account: Account, asking: Asking): Promise<Page<StockItemRow>> {
  const { tenantId } = account.scope;
  const { cursor, limit, sort = 'name', ...filter } = asking;
  const [key, id] = decodeCursor(cursor, ['text', 'text']) ?? [];
  const after = key !== undefined && id !== undefined ? { key, id } : null;
  const today = dayIn(account.timeZone, new Date());
  return inTenant(account.scope, async (tx) => {
    const found = await findStockItems(tx, {
      ...{ tenantId, today, filter: { ...filter, places: ownLocations(account.scope) } },
      ...{ sort, after, limit: oneMore(limit) },
    });
    const { rows, nextCursor } = pageOf(found, limit, (last) => [last.name, last.id]);
    const product = await productsOf(
      tx,
      tenantId,
      rows.map((row) => ({ id: row.id, row: row.registers, stockItemId: null })),
    );
    return { items: rows.map((row) => stockItemRowOf(row, product(row.id))), nextCursor };
  });
}
