import type { Meaning } from '#lib/domain/meaning';
import { applyChanges, type Touched } from './apply-changes.ts';
import type { Tx } from './in-tenant.ts';
import { settleEvents } from './settle-events.ts';

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
