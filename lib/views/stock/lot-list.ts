import type { Page } from '#lib/contract/base/page';
import type { LotRow } from '#lib/contract/stock/stock';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { reopenedRecalls } from '#lib/db/recalls/reopened-recalls';
import { type FoundLot, findLots, lotsThere } from '#lib/db/stock/find-lots';
import type { Account } from '#lib/domain/access/account';
import { ownLocations } from '#lib/domain/access/own-locations';
import { dayIn } from '#lib/domain/base/time/day-in';
import { text } from '#lib/domain/ledger/fold';
import { decodeCursor, encodeCursor } from '#lib/views/base/cursor';
import { productsOf } from '#lib/views/directories/product-ref';
import { accountNames } from '#lib/views/ledger/account-names';
import { lotRisks, lotRowOf } from './lot-row.ts';

export type Asking = {
  readonly q?: string | undefined;
  readonly stockItem?: string | undefined;
  readonly within?: number | undefined;
  readonly decided?: 'yes' | 'no' | undefined;
  readonly location?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

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

/** A page of lots; with `within` those that expire in so many days and are in stock, soonest first. */
export function listLots(account: Account, asking: Asking): Promise<Page<LotRow>> {
  const { tenantId } = account.scope;
  const { cursor, limit, ...filter } = asking;
  const [key, id] = decodeCursor(cursor, [filter.within === undefined ? 'text' : 'day', 'text']) ?? [];
  const after = key !== undefined && id !== undefined ? ([key, id] as const) : null;
  const today = dayIn(account.timeZone, new Date());
  return inTenant(account.scope, async (tx) => {
    const found = await findLots(tx, {
      ...filter,
      places: ownLocations(account.scope),
      tenantId,
      today,
      reopenedRecalls: await reopenedRecalls(tx, tenantId),
      after,
      limit: limit + 1,
    });
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const more = found.length > rows.length && last !== undefined;
    return {
      items: await lotRows(tx, tenantId, today, rows),
      nextCursor: more ? encodeCursor([last.expiryDate ?? '', last.id]) : null,
    };
  });
}
