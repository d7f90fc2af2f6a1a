import type { Tx } from '#lib/db/base/in-tenant';
import { lockUntilCommit } from '#lib/db/base/lock-until-commit';

/** Actions on one recall go one after another. */
export function lockRecall(tx: Tx, tenantId: string, id: string): Promise<void> {
  return lockUntilCommit(tx, `${tenantId} recall ${id}`);
}

/** Those who open recalls, or name further lots of one, go one after another. */
export function lockRecalls(tx: Tx, tenantId: string): Promise<void> {
  return lockUntilCommit(tx, `${tenantId} recalls`);
}
