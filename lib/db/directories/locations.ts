import type { Tx } from '#lib/db/base/in-tenant';

export type FoundLocation = { readonly id: string; readonly name: string | null; readonly people: number };

/** The tenant's places by name: those that it named, and those that senders name of its stock. */
export function findLocations(tx: Tx, tenantId: string): Promise<FoundLocation[]> {
  return tx.$queryRaw<FoundLocation[]>`
    select p.id, l.name, (select count(*)::int from "UserLocation" u where u."tenantId" = ${tenantId} and u."locationId" = p.id) as people
    from (select id from "Location" where "tenantId" = ${tenantId}
      union select "locationId" from "StockItem" where "tenantId" = ${tenantId} and "locationId" is not null) p
    left join "Location" l on l."tenantId" = ${tenantId} and l.id = p.id order by lower(coalesce(l.name, p.id)), p.id`;
}
