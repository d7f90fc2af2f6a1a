import type { Tx } from '#lib/db/base/in-tenant';
import { type PrescriptionForCommand, prescriptionForCommand } from '#lib/db/prescriptions/prescription-for-command';
import { Forbidden, NotFound } from '#lib/domain/base/refusal';
import type { Scope } from '#lib/domain/base/scope';

/** The summary of a prescription, if it is the account's own. Another tenant's gets the same answer as one that does not exist. */
export async function ownPrescription(tx: Tx, scope: Scope, id: string): Promise<PrescriptionForCommand> {
  const { tenantId, prescriberIds } = scope;
  const found = await prescriptionForCommand(tx, tenantId, id);
  if (!found) throw new NotFound();
  if (!prescriberIds.includes(found.prescriberId)) throw new Forbidden({ kind: 'prescription', id });
  return found;
}
