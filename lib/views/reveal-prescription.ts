import { writeAudit } from '#lib/db/audit';
import { inTenant } from '#lib/db/in-tenant';
import type { Account } from '#lib/domain/account';
import type { PrescriptionDetail } from '#lib/queries/prescription';
import { readPrescription } from './prescription-detail.ts';

/** One prescription with its people, for an admin who gave a reason: in the audit, in the same transaction, before it is answered. */
export async function revealPrescription(
  account: Account,
  id: string,
  reason: string,
  requestId: string,
): Promise<PrescriptionDetail> {
  const { tenantId, userId } = account.scope;
  return inTenant(account.scope, async (tx) => {
    const { detail } = await readPrescription(tx, account, { id, knownAt: null, revealed: true });
    const line = { action: 'record.revealed', subjectKind: 'prescription', subjectId: id } as const;
    await writeAudit(tx, { tenantId, actorId: userId, reason, requestId, ...line });
    return detail;
  });
}
