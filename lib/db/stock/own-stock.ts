import type { Tx } from '#lib/db/base/in-tenant';
import { Prisma } from '#lib/db/generated/client';
import { ownLocations } from '#lib/domain/access/own-locations';
import { Forbidden, type RecordRef } from '#lib/domain/base/refusal';
import type { Scope } from '#lib/domain/base/scope';

/** Condition that a stock item is at one of some locations; undefined: anywhere. A row without a stock item is at none. */
export function liesAt(tenantId: string, stockItemId: Prisma.Sql, places: readonly string[] | undefined): Prisma.Sql {
  if (places === undefined) return Prisma.sql`true`;
  return Prisma.sql`${stockItemId} in (select id from "StockItem" where "tenantId" = ${tenantId} and "locationId" = any(${[...places]}::text[]))`;
}

/** A record, and its stock item; null where none is named. */
export type StockRecord = RecordRef & { readonly stockItemId: string | null };

/**
 * An account limited to locations sees and changes by id the same records as in its lists: those at these locations. @throws Forbidden
 * naming the first record that is elsewhere, or at an unknown location
 */
export async function requireOwnStock(tx: Tx, scope: Scope, records: readonly StockRecord[]): Promise<void> {
  const places = ownLocations(scope);
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
