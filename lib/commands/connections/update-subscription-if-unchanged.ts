import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { notifyScreens } from '#lib/db/base/notify-changes';
import { type FoundSubscription, findSubscription } from '#lib/db/connections/subscription';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { Conflict, NotFound } from '#lib/domain/base/refusal';
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
    const found = await findSubscription(tx, tenantId, id, 'lock');
    if (!found) throw new NotFound();
    if (found.version !== version) throw new Conflict('changed', 'Somebody else has changed this meanwhile.');
    const { action, said, answer } = await change(tx, found);
    await tx.subscription.update({ where: { tenantId_id: { tenantId, id } }, data: { version: { increment: 1 } } });
    const line = { action, subjectKind: 'subscription', subjectId: id, reason: said, requestId };
    await writeAudit(tx, { tenantId, actorId: userId, ...line });
    await notifyScreens(tx, tenantId, []);
    return answer;
  });
}
