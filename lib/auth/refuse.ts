import { inTenant } from '#lib/db/base/in-tenant';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import type { RecordRef } from '#lib/domain/base/refusal';
import type { Scope } from '#lib/domain/base/scope';
import { log } from '#lib/observability/log';

/** Refuses access to a record that the account may not see: writes it to the log (without a patient's id) and, before the answer, to the audit log. */
export async function refuse(
  { tenantId, userId }: Scope,
  record: RecordRef,
  { method, path }: { readonly method: string; readonly path: string },
  requestId: string,
): Promise<void> {
  const { kind: subjectKind, id: subjectId } = record;
  log('warn', 'request.refused', {
    requestId,
    tenantId,
    userId,
    method,
    path,
    subjectKind,
    subjectId: subjectKind === 'patient' ? undefined : subjectId,
    status: 403,
  });
  await inTenant({ tenantId }, (tx) =>
    writeAudit(tx, { tenantId, actorId: userId, action: 'refused', subjectKind, subjectId, requestId }),
  );
}
