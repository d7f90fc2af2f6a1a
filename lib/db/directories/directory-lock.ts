import type { Tx } from '#lib/db/base/in-tenant';

/** Whoever changes a tenant's directory does so alone, until his transaction ends: what he looked at is what he changes. */
export async function lockDirectory(tx: Tx, tenantId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${tenantId} directory`}, 0))`;
}
