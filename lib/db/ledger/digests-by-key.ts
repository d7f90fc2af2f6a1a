import type { Tx } from '#lib/db/base/in-tenant';
import { ownSource } from '#lib/domain/ledger/own-source';

/** The actions of our own in the ledger under the given keys, with the digest of each one's content. */
export async function digestsByKey(
  tx: Tx,
  tenantId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await tx.$queryRaw<{ key: string; digest: string }[]>`
    select "dedupeKey" as key, digest from "LedgerEvent"
    where "tenantId" = ${tenantId} and "sourceId" = ${ownSource} and "dedupeKey" = any(${[...keys]}::text[])`;
  return new Map(found.map(({ key, digest }) => [key, digest]));
}

/** True when an action was recorded before under its key. */
export async function wasRecorded(tx: Tx, tenantId: string, key: string): Promise<boolean> {
  return (await digestsByKey(tx, tenantId, [key])).has(key);
}
