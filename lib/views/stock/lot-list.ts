import type { PageAsked } from '#lib/contract/base/list';
import type { Page } from '#lib/contract/base/page';
import type { lotsList } from '#lib/contract/stock/lots-list';
import type { LotRow } from '#lib/contract/stock/stock';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { reopenedRecalls } from '#lib/db/recalls/reopened-recalls';
import { type FoundLot, findLots, lotsThere } from '#lib/db/stock/find-lots';
import type { Account } from '#lib/domain/access/account';
import { ownLocations } from '#lib/domain/access/own-locations';
import { dayIn } from '#lib/domain/base/time/day-in';
import { text } from '#lib/domain/ledger/fold';
import { decodeCursor } from '#lib/views/base/cursor';
import { oneMore, pageOf } from '#lib/views/base/page-of';
import { productsOf } from '#lib/views/directories/product-ref';
import { accountNames } from '#lib/views/ledger/account-names';
import { lotRisks, lotRowOf } from './lot-row.ts';

export async function lotRows(tx: Tx, tenantId: string, today: string, rows: readonly FoundLot[]): Promise<LotRow[]> {
  const items = [...new Set(rows.map(({ stockItemId }) => stockItemId))];
  const risks = lotRisks(rows, await lotsThere(tx, tenantId, today, items), today);
  const product = await productsOf(
    tx,
    tenantId,
    rows.map((row) => ({ id: row.id, row: undefined, stockItemId: row.stockItemId })),
  );
  const person = await accountNames(
    tx,
    tenantId,
    rows.flatMap(({ registers }) => ['frozenBy', 'decidedBy'].flatMap((field) => text(registers, field) ?? [])),
  );
  return rows.map((row) => lotRowOf(row, { product: product(row.id), risk: risks.get(row.id), today, person }));
}

/** A page of lots, what expires soonest first; with `within` those that expire in so many days and are there. */
export function listLots(account: Account, asking: PageAsked<typeof lotsList>): Promise<Page<LotRow>> {
  const { tenantId } = account.scope;
  const { cursor, limit, sort = 'expiry', ...filter } = asking;
  const [key, id] = decodeCursor(cursor, ['day or none', 'text']) ?? [];
  const after = key !== undefined && id !== undefined ? { key, id } : null;
  const today = dayIn(account.timeZone, new Date());
  return inTenant(account.scope, async (tx) => {
    const found = await findLots(tx, {
      ...{ tenantId, today, filter: { ...filter, places: ownLocations(account.scope) } },
      ...{ sort, after, limit: oneMore(limit), reopenedRecalls: await reopenedRecalls(tx, tenantId) },
    });
    const { rows, nextCursor } = pageOf(found, limit, (last) => [last.expiryDate ?? '', last.id]);
    return { items: await lotRows(tx, tenantId, today, rows), nextCursor };
  });
}
