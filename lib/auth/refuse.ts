import { writeAudit } from '#lib/db/audit';
import { inTenant } from '#lib/db/in-tenant';
import { loggedPath } from '#lib/domain/logged-path';
import type { RecordRef } from '#lib/domain/refusal';
import type { Scope } from '#lib/domain/scope';
import { log } from '#lib/observability/log';

/** Somebody reached for what is not his: said in the log (of a patient without his id) and, before he is answered, in the audit. */
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
    path: loggedPath(url),
    subjectKind,
    subjectId: subjectKind === 'patient' ? undefined : subjectId,
    status: 403,
  });
  await inTenant({ tenantId }, (tx) =>
    writeAudit(tx, { tenantId, actorId: userId, action: 'refused', subjectKind, subjectId, requestId }),
  );
}
