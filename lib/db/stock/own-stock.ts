import type { Tx } from '#lib/db/base/in-tenant';
import { Prisma } from '#lib/db/generated/client';
import { ownPlaces } from '#lib/domain/access/own-places';
import { Forbidden, type RecordRef } from '#lib/domain/base/refusal';
import type { Scope } from '#lib/domain/base/scope';

/** That a stock item lies at one of some places; undefined: anywhere. What names no stock item lies at none. */
export function liesAt(tenantId: string, stockItemId: Prisma.Sql, places: readonly string[] | undefined): Prisma.Sql {
  if (places === undefined) return Prisma.sql`true`;
  return Prisma.sql`${stockItemId} in (select id from "StockItem" where "tenantId" = ${tenantId} and "locationId" = any(${[...places]}::text[]))`;
}

/** A record, and the stock item that it is about; null where none is named. */
export type StockRecord = RecordRef & { readonly stockItemId: string | null };

/**
 * Who is kept to places sees and does by id what his lists hold, and no more: what lies at these places.
 * @throws Forbidden naming the first record that lies elsewhere, or nobody knows where
 */
export async function requireOwnStock(tx: Tx, scope: Scope, records: readonly StockRecord[]): Promise<void> {
  const places = ownPlaces(scope);
  if (places === undefined) return;
  const wanted = records.flatMap(({ stockItemId }) => stockItemId ?? []);
  const found = await tx.stockItem.findMany({
    where: { tenantId: scope.tenantId, id: { in: wanted }, locationId: { in: [...places] } },
    select: { id: true },
  });
  const own = new Set(found.map(({ id }) => id));
  const other = records.find(({ stockItemId }) => stockItemId === null || !own.has(stockItemId));
  if (other) throw new Forbidden({ kind: other.kind, id: other.id });
}
