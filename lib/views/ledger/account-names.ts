import type { Tx } from '#lib/db/base/in-tenant';

/** The name of a person of the tenant: an account's own id, or a source's id that belongs to one; else the bare id. */
export async function accountNames(
  tx: Tx,
  tenantId: string,
  ids: readonly string[],
): Promise<(id: string | null) => string | null> {
  const wanted = [...new Set(ids)].filter((id) => id !== '');
  const rows =
    wanted.length === 0
      ? []
      : await tx.$queryRaw<{ id: string; name: string }[]>`
          select u.id, u.name from "User" u where u."tenantId" = ${tenantId} and u.id = any(${wanted}::text[])
          union select l."prescriberId", min(u.name) from "PrescriberLink" l join "User" u on u."tenantId" = l."tenantId" and u.id = l."userId"
          where l."tenantId" = ${tenantId} and u."tenantId" = ${tenantId} and l."prescriberId" = any(${wanted}::text[]) group by 1`;
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => (id === null || id === '' ? null : (names.get(id) ?? id.slice(id.indexOf(':') + 1)));
}
