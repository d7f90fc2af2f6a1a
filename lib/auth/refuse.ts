import { writeAudit } from '#lib/db/audit';
import { inTenant } from '#lib/db/in-tenant';
import type { RecordRef } from '#lib/domain/refusal';
import type { Scope } from '#lib/domain/scope';
import { log } from '#lib/observability/log';

/** Somebody reached for what is not his: said in the log and, before he is answered, in the audit. */
export async function refuse(
  { tenantId, userId }: Scope,
  record: RecordRef,
  request: Request,
  requestId: string,
): Promise<void> {
  const { kind: subjectKind, id: subjectId } = record;
  const { method, url } = request;
  log('warn', 'request.refused', {
    requestId,
    tenantId,
    userId,
    method,
    path: new URL(url).pathname,
    subjectKind,
    subjectId,
    status: 403,
  });
  await inTenant({ tenantId }, (tx) =>
    writeAudit(tx, { tenantId, actorId: userId, action: 'refused', subjectKind, subjectId, requestId }),
  );
}
