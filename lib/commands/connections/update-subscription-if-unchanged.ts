import { requireRow, requireUnchanged } from '#lib/commands/base/if-unchanged';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { notifyScreens } from '#lib/db/base/notify-changes';
import { raiseSubscriptionVersion } from '#lib/db/connections/save-subscriptions';
import { type FoundSubscription, findSubscription } from '#lib/db/connections/subscription';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import type { Scope } from '#lib/domain/base/scope';
import type { SourceChange } from './update-source-if-unchanged.ts';

export type AboutSubscription = { readonly id: string; readonly version: number; readonly requestId: string };

/** Changes one subscription that the account has viewed, as `updateSourceIfUnchanged` does a source. @throws NotFound, Conflict `changed` */
export function updateSubscriptionIfUnchanged<T>(
  scope: Scope,
  { id, version, requestId }: AboutSubscription,
  change: (tx: Tx, found: FoundSubscription) => Promise<SourceChange<T>>,
): Promise<T> {
  const { tenantId, userId } = scope;
  return inTenant(scope, async (tx) => {
    const found = requireRow(await findSubscription(tx, tenantId, id, 'lock'));
    requireUnchanged(found, version);
    const { action, said, answer } = await change(tx, found);
    await raiseSubscriptionVersion(tx, tenantId, id);
    const line = { action, subjectKind: 'subscription', subjectId: id, reason: said, requestId };
    await writeAudit(tx, { tenantId, actorId: userId, ...line });
    await notifyScreens(tx, tenantId, []);
    return answer;
  });
}
