import type { Tx } from '#lib/db/base/in-tenant';
import { lockUntilCommit } from '#lib/db/base/lock-until-commit';

/** Lets one transaction at a time change a tenant's directory: until it ends, the rows that it read stay as they were. */
export function lockDirectory(tx: Tx, tenantId: string): Promise<void> {
  return lockUntilCommit(tx, `${tenantId} directory`);
}
