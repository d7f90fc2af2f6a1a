import { requireRow, requireUnchanged } from '#lib/commands/base/if-unchanged';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { type FoundSource, lockSource } from '#lib/db/connections/find-sources';
import { raiseSourceVersion } from '#lib/db/connections/save-sources';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import type { Scope } from '#lib/domain/base/scope';
import type { AuditAction } from '#lib/domain/ledger/audit';

/** The result of a change, for the audit: `said` names the changed fields, never a secret. */
export type SourceChange<T> = { readonly action: AuditAction; readonly said: string | null; readonly answer: T };

/**
 * Changes one source that the account has viewed: locked, so that two admins come one after the other, and the second is refused. @throws
 * NotFound, Conflict `changed` when it is no longer as it was shown
 */
export function updateSourceIfUnchanged<T>(
  scope: Scope,
  { id, version, requestId }: { readonly id: string; readonly version: number; readonly requestId: string },
  change: (tx: Tx, source: FoundSource) => Promise<SourceChange<T>>,
): Promise<T> {
  const { tenantId, userId } = scope;
  return inTenant(scope, async (tx) => {
    const source = requireRow(await lockSource(tx, tenantId, id));
    requireUnchanged(source, version, 'Somebody else has changed this source meanwhile.');
    const { action, said, answer } = await change(tx, source);
    await raiseSourceVersion(tx, tenantId, id);
    const line = { action, subjectKind: 'source', subjectId: id, reason: said, requestId };
    await writeAudit(tx, { tenantId, actorId: userId, ...line });
    return answer;
  });
}
