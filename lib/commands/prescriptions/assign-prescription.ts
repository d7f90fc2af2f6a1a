import { recordAction } from '#lib/actions/record-action';
import { requireState } from '#lib/commands/base/if-unchanged';
import { isDoctor, prescriberIdsOf } from '#lib/db/access/find-users';
import { inTenant } from '#lib/db/base/in-tenant';
import { databaseNow } from '#lib/db/base/now';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { loadRows } from '#lib/db/ledger/projections/projection-rows';
import { retryContention } from '#lib/db/ledger/retry-contention';
import type { Account } from '#lib/domain/access/account';
import { Conflict, Invalid, NotFound } from '#lib/domain/base/refusal';
import { type Row, text } from '#lib/domain/ledger/fold';

export type Assigning = { readonly userId: string; readonly reason?: string | undefined };

/**
 * An admin assigns an unowned prescription to a doctor, under the doctor's id in its system (else under any of their ids). @throws Conflict
 * `owned` once its sender has named the prescriber, `no-prescriber-id` where the doctor has none
 */
export async function assignPrescription(
  { scope }: Account,
  prescriptionId: string,
  { userId: doctorId, reason }: Assigning,
  key: string,
  requestId: string,
): Promise<{ readonly prescriberId: string }> {
  const { tenantId, userId } = scope;
  return retryContention(() =>
    inTenant(scope, async (tx) => {
      const rows = new Map<string, Row>();
      await loadRows(tx, tenantId, 'prescription', 'id', [prescriptionId], rows);
      const row = rows.get(prescriptionId);
      if (!row) throw new NotFound();
      requireState(text(row, 'prescriberId') === null, 'owned', 'Its sender has named the prescriber meanwhile.');
      if (!(await isDoctor(tx, tenantId, doctorId))) throw new Invalid(['body.userId']);
      const prescriberIds = await prescriberIdsOf(tx, tenantId, doctorId);
      const system = prescriptionId.slice(0, prescriptionId.indexOf(':') + 1);
      const prescriberId = prescriberIds.find((id) => id.startsWith(system)) ?? prescriberIds[0];
      if (prescriberId === undefined) throw new Conflict('no-prescriber-id', 'The doctor has no id with any sender.');
      const data = { prescriptionId, prescriberId, ...(reason ? { reason } : {}) };
      const seq = await recordAction(
        tx,
        { tenantId, userId },
        { type: 'scriptline.prescription.assigned', key, data, at: await databaseNow(tx) },
      );
      const line = { action: 'prescription.assigned', subjectKind: 'prescription', subjectId: prescriptionId } as const;
      if (seq !== null) await writeAudit(tx, { tenantId, actorId: userId, reason: reason ?? null, requestId, ...line });
      return { prescriberId };
    }),
  );
}
