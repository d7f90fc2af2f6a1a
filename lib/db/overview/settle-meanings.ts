import type { Tx } from '#lib/db/base/in-tenant';
import { settleEvents } from '#lib/db/ledger/settle-events';
import type { Meaning } from '#lib/domain/ledger/meaning';
import { applyChanges } from './apply-changes.ts';
import type { Touched } from './rewrite.ts';

/** Applies a tenant's rows and marks them, in the caller's transaction: both or neither. `systemOf` names a type's dead-letter queue. */
export async function settleMeanings(
  tx: Tx,
  tenantId: string,
  meanings: readonly Meaning[],
  systemOf: (type: string) => string,
): Promise<readonly Touched[]> {
  const touched = await applyChanges(
    tx,
    tenantId,
    meanings.flatMap(({ effect }) => effect ?? []),
  );
  await settleEvents(
    tx,
    tenantId,
    meanings.map(({ settled }) => settled),
    systemOf,
  );
  return touched;
}
