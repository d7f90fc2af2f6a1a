import type { Tx } from '#lib/db/base/in-tenant';
import { lockUntilCommit } from '#lib/db/base/lock-until-commit';

/** Whoever changes a tenant's directory does so alone, until his transaction ends: what he looked at is what he changes. */
export function lockDirectory(tx: Tx, tenantId: string): Promise<void> {
  return lockUntilCommit(tx, `${tenantId} directory`);
}
