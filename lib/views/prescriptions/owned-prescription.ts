import { breakGlassGrantOver } from '#lib/db/access/break-glass';
import type { Tx } from '#lib/db/base/in-tenant';
import { loadRows } from '#lib/db/ledger/projections/projection-rows';
import { loadPrescriptionRows } from '#lib/db/prescriptions/load-parts';
import { hasPrescription } from '#lib/db/prescriptions/prescription-for-command';
import type { BreakGlassGrant } from '#lib/domain/access/break-glass';
import { extentOf } from '#lib/domain/access/permission';
import { Forbidden, NotFound } from '#lib/domain/base/refusal';
import type { Scope } from '#lib/domain/base/scope';
import { type Rows, text } from '#lib/domain/ledger/fold';
import { prescriberOf } from '#lib/domain/prescriptions/prescriber';

export type SeenPrescription = {
  readonly rows: Rows;
  /** The emergency access without which it would not be shown. */
  readonly glass: BreakGlassGrant | null;
};

/**
 * The rows of one prescription that the account may see: its own, or one whose patient it has opened by emergency access. Throws `NotFound`
 * when the tenant has none of that id (another tenant's gets the same answer), `Forbidden` when it is a colleague's.
 */
export async function seenPrescription(tx: Tx, scope: Scope, id: string): Promise<SeenPrescription> {
  const { tenantId, prescriberIds } = scope;
  if (!(await hasPrescription(tx, tenantId, id))) throw new NotFound();
  const records = new Map();
  await loadRows(tx, tenantId, 'prescription', 'id', [id], records);
  const rows = await loadPrescriptionRows(
    tx,
    tenantId,
    [...records].map(([one, registers]) => ({ id: one, registers })),
  );
  const prescriber = prescriberOf(rows.prescription.get(id));
  const own = prescriber !== null && prescriberIds.includes(prescriber);
  const row = rows.prescription.get(id);
  const refused = extentOf(scope, 'prescriptions.read') === 'own' && !own;
  const patientIds = [text(row, 'patientId')].filter((one) => one !== null);
  const glass = refused ? await breakGlassGrantOver(tx, scope, { patientIds, prescriptionId: id }) : null;
  if (refused && !glass) throw new Forbidden({ kind: 'prescription', id });
  await loadRows(tx, tenantId, 'medicationRequest', 'prescriptionId', [id], rows.medicationRequest);
  // A request of another system names the prescription by a published shared id: its own id there, its printed code, or its external id.
  const shared = [id.slice(id.indexOf(':') + 1), text(row, 'code'), text(row, 'externalId')].filter(
    (one) => one !== null,
  );
  await loadRows(tx, tenantId, 'medicationRequest', 'prescriptionBusinessId', shared, rows.medicationRequest);
  return { rows, glass };
}

/** The same for an action: only the account's own. */
export async function ownedPrescription(tx: Tx, scope: Scope, id: string): Promise<Rows> {
  const { rows, glass } = await seenPrescription(tx, scope, id);
  if (glass) throw new Forbidden({ kind: 'prescription', id });
  return rows;
}
