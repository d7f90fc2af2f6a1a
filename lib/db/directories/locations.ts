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

/** The name that the tenant gave a location; null where it gave none. */
export async function locationName(tx: Tx, tenantId: string, id: string): Promise<string | null> {
  const found = await tx.location.findUnique({ where: { tenantId_id: { tenantId, id } } });
  return found?.name ?? null;
}

export async function saveLocation(tx: Tx, tenantId: string, id: string, name: string): Promise<void> {
  const where = { tenantId_id: { tenantId, id } };
  await tx.location.upsert({ where, create: { tenantId, id, name }, update: { name } });
}

/** True when an account is bound to a location. */
export async function isLocationInUse(tx: Tx, tenantId: string, id: string): Promise<boolean> {
  return (await tx.userLocation.count({ where: { tenantId, locationId: id } })) > 0;
}

/** False: the tenant gave no name to a location of that id. */
export async function deleteLocation(tx: Tx, tenantId: string, id: string): Promise<boolean> {
  return (await tx.location.deleteMany({ where: { tenantId, id } })).count > 0;
}

/** The ids of the locations that the tenant named. */
export async function namedLocationIds(tx: Tx, tenantId: string): Promise<readonly string[]> {
  const rows = await tx.location.findMany({ where: { tenantId }, select: { id: true } });
  return rows.map(({ id }) => id);
}
