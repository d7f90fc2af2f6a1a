import type { Tx } from '#lib/db/base/in-tenant';

export type NamedSource = { readonly id: string; readonly key: string; readonly name: string };

/** The tenant's sources, each with the key in its address and its name. */
export function namedSources(tx: Tx, tenantId: string): Promise<NamedSource[]> {
  return tx.source.findMany({ where: { tenantId }, select: { id: true, key: true, name: true } });
}

/** The tenant's senders by id. */
export async function sourceNames(tx: Tx, tenantId: string): Promise<ReadonlyMap<string, Omit<NamedSource, 'id'>>> {
  const rows = await namedSources(tx, tenantId);
  return new Map(rows.map(({ id, key, name }) => [id, { key, name }]));
}
