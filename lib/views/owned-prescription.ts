import type { Tx } from '#lib/db/in-tenant';
import { loadPrescriptionRows } from '#lib/db/load-parts';
import { loadRows } from '#lib/db/projection-rows';
import { type Rows, text } from '#lib/domain/fold';
import { extentOf } from '#lib/domain/permission';
import { prescriberOf } from '#lib/domain/prescriber';
import { Forbidden, NotFound } from '#lib/domain/refusal';
import type { Scope } from '#lib/domain/scope';

/**
 * The rows of one prescription that the asker may see. Throws `NotFound` when his tenant has none of that id (another tenant's is not told
 * apart), `Forbidden` when it is a colleague's.
 */
export async function ownedPrescription(tx: Tx, scope: Scope, id: string): Promise<Rows> {
  const { tenantId, prescriberIds } = scope;
  const found = await tx.prescription.findUnique({ where: { tenantId_id: { tenantId, id } }, select: { id: true } });
  if (!found) throw new NotFound();
  const kept = new Map();
  await loadRows(tx, tenantId, 'prescription', 'id', [id], kept);
  const rows = await loadPrescriptionRows(
    tx,
    tenantId,
    [...kept].map(([one, registers]) => ({ id: one, registers })),
  );
  const prescriber = prescriberOf(rows.prescription.get(id));
  const own = prescriber !== null && prescriberIds.includes(prescriber);
  if (extentOf(scope, 'prescriptions.read') === 'own' && !own) throw new Forbidden({ kind: 'prescription', id });
  await loadRows(tx, tenantId, 'medicationRequest', 'prescriptionId', [id], rows.medicationRequest);
  // A request of another system names the prescription by a published shared id: its own id there, its printed code, or its external id.
  const row = rows.prescription.get(id);
  const shared = [id.slice(id.indexOf(':') + 1), text(row, 'code'), text(row, 'externalId')].filter(
    (one) => one !== null,
  );
  await loadRows(tx, tenantId, 'medicationRequest', 'prescriptionBusinessId', shared, rows.medicationRequest);
  return rows;
}
