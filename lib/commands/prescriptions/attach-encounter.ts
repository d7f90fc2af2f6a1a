import { recordAction } from '#lib/actions/record-action';
import { inTenant } from '#lib/db/base/in-tenant';
import { databaseNow } from '#lib/db/base/now';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { retryContention } from '#lib/db/ledger/retry-contention';
import { hasPrescription } from '#lib/db/prescriptions/prescription-for-command';
import type { Account } from '#lib/domain/access/account';
import { extentOf } from '#lib/domain/access/permission';
import { NotFound } from '#lib/domain/base/refusal';
import { ownPrescription } from './own-prescription.ts';

/**
 * Sets the clinic's encounter at which a prescription was written; null unlinks it. A reader of the prescription may do so: a doctor for
 * their own. @throws NotFound, Forbidden, Conflict `key-used`
 */
export function attachEncounter(
  { scope }: Account,
  prescriptionId: string,
  encounterId: string | null,
  key: string,
  requestId: string,
): Promise<{ readonly encounterId: string | null }> {
  const { tenantId, userId } = scope;
  return retryContention(() =>
    inTenant(scope, async (tx) => {
      if (extentOf(scope, 'encounters.attach') === 'own') await ownPrescription(tx, scope, prescriptionId);
      else if (!(await hasPrescription(tx, tenantId, prescriptionId))) throw new NotFound();
      const data = { prescriptionId, ...(encounterId === null ? {} : { encounterId }) };
      const at = await databaseNow(tx);
      const seq = await recordAction(tx, { tenantId, userId }, { type: 'scriptline.encounter.linked', key, data, at });
      const line = { subjectKind: 'prescription', subjectId: prescriptionId, requestId };
      if (seq !== null) await writeAudit(tx, { tenantId, actorId: userId, action: 'encounter.linked', ...line });
      return { encounterId };
    }),
  );
}
