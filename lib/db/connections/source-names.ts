import type { Tx } from '#lib/db/base/in-tenant';

/** The tenant's sources by id. */
export async function sourceNames(
  tx: Tx,
  tenantId: string,
): Promise<ReadonlyMap<string, { readonly key: string; readonly name: string }>> {
  const rows = await tx.source.findMany({ where: { tenantId }, select: { id: true, key: true, name: true } });
  return new Map(rows.map(({ id, key, name }) => [id, { key, name }]));
}
