import type { Tx } from '#lib/db/base/in-tenant';

/** The actions of our own in the ledger under the given keys, with the digest of each one's content. */
export async function digestsByKey(
  tx: Tx,
  tenantId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await tx.$queryRaw<{ key: string; digest: string }[]>`
    select "dedupeKey" as key, digest from "LedgerEvent"
    where "tenantId" = ${tenantId} and "sourceId" = 'scriptline' and "dedupeKey" = any(${[...keys]}::text[])`;
  return new Map(found.map(({ key, digest }) => [key, digest]));
}
