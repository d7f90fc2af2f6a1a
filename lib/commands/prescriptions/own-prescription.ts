import type { Tx } from '#lib/db/base/in-tenant';
import { Forbidden, NotFound } from '#lib/domain/base/refusal';
import type { Scope } from '#lib/domain/base/scope';

/** The summary of a prescription that the account may act on: its own. Another tenant's gets the same answer as an unknown one. */
export async function ownPrescription(tx: Tx, scope: Scope, id: string) {
  const { tenantId, prescriberIds } = scope;
  const found = await tx.prescription.findUnique({
    where: { tenantId_id: { tenantId, id } },
    select: {
      prescriberId: true,
      patientId: true,
      state: true,
      expirationDate: true,
      emailState: true,
      emailAddress: true,
      code: true,
    },
  });
  if (!found) throw new NotFound();
  if (!prescriberIds.includes(found.prescriberId)) throw new Forbidden({ kind: 'prescription', id });
  return found;
}
