import type { Tx } from '#lib/db/base/in-tenant';

/** The names of accounts of one tenant by their ids. */
export async function userNames(tx: Tx, tenantId: string, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== '');
  if (wanted.length === 0) return new Map();
  const users = await tx.user.findMany({ where: { tenantId, id: { in: wanted } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}
