import { recordAction } from '#lib/actions/record-action';
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
      if (text(row, 'prescriberId') !== null)
        throw new Conflict('owned', 'Its sender has named the prescriber meanwhile.');
      const doctor = await tx.user.findUnique({
        where: { tenantId_id: { tenantId, id: doctorId } },
        select: { role: true },
      });
      if (doctor?.role !== 'doctor') throw new Invalid(['body.userId']);
      const links = await tx.prescriberLink.findMany({
        where: { tenantId, userId: doctorId },
        select: { prescriberId: true },
        orderBy: { prescriberId: 'asc' },
      });
      const system = prescriptionId.slice(0, prescriptionId.indexOf(':') + 1);
      const link = links.find(({ prescriberId }) => prescriberId.startsWith(system)) ?? links[0];
      if (!link) throw new Conflict('no-prescriber-id', 'The doctor has no id with any sender.');
      const { prescriberId } = link;
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
