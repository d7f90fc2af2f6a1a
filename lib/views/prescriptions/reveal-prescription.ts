import type { PrescriptionDetail } from '#lib/contract/prescriptions/prescription';
import { inTenant } from '#lib/db/base/in-tenant';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import type { Account } from '#lib/domain/access/account';
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
