import type { Tx } from '#lib/db/base/in-tenant';

/** Every change of a tenant's directory is alone until its transaction ends: the rows it read are the rows it changes. */
export async function lockDirectory(tx: Tx, tenantId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${tenantId} directory`}, 0))`;
}
