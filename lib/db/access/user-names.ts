import type { Tx } from '#lib/db/base/in-tenant';

/** The names of accounts of one tenant by their ids. */
export async function userNames(tx: Tx, tenantId: string, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== '');
  if (wanted.length === 0) return new Map();
  const users = await tx.user.findMany({ where: { tenantId, id: { in: wanted } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}

/** The names of the doctors to whom senders' ids of prescribers belong. */
export async function prescriberNames(
  tx: Tx,
  tenantId: string,
  prescriberIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(prescriberIds)];
  if (wanted.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    select l."prescriberId" as id, min(u.name) as name from "PrescriberLink" l join "User" u on u."tenantId" = l."tenantId" and u.id = l."userId"
    where l."tenantId" = ${tenantId} and u."tenantId" = ${tenantId} and l."prescriberId" = any(${wanted}::text[]) group by 1`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The names of people by an account's own id, or by a sender's id that belongs to one. */
export async function userOrPrescriberNames(
  tx: Tx,
  tenantId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== '');
  if (wanted.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    select u.id, u.name from "User" u where u."tenantId" = ${tenantId} and u.id = any(${wanted}::text[])
    union select l."prescriberId", min(u.name) from "PrescriberLink" l join "User" u on u."tenantId" = l."tenantId" and u.id = l."userId"
    where l."tenantId" = ${tenantId} and u."tenantId" = ${tenantId} and l."prescriberId" = any(${wanted}::text[]) group by 1`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
