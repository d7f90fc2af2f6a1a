import { recordActions } from '#lib/actions/record-actions';
import { addressActions } from '#lib/commands/ledger/address-actions';
import type { Tx } from '#lib/db/base/in-tenant';
import { databaseNow } from '#lib/db/base/now';
import { recordsOf } from '#lib/db/directories/directory';
import { lockDirectory } from '#lib/db/directories/directory-lock';
import { personOf } from '#lib/db/patients/owned-person';
import type { Scope } from '#lib/domain/base/scope';
import { entered } from '#lib/domain/directories/directory';
import type { PlannedAction } from '#lib/domain/directories/import-plan';

type Typed = {
  readonly prescriptionId: string;
  readonly patientId: string;
  readonly email: string;
  readonly key: string;
};

/** An address typed for one prescription is the patient's from then on: their directory entry holds it, and the doctor's other prescriptions email to it. */
export async function saveAddressOnFile(
  tx: Tx,
  scope: Scope,
  { prescriptionId, patientId, email, key }: Typed,
): Promise<void> {
  const { tenantId, userId } = scope;
  await lockDirectory(tx, tenantId);
  const person = await personOf(tx, tenantId, patientId);
  if (!person) return;
  const { recordId, patientIds } = person;
  const known = recordId === null ? null : (await recordsOf(tx, tenantId, [recordId])).get(recordId);
  const same = entered(known ?? undefined, 'email')?.toLowerCase() === email.toLowerCase();
  const recorded: PlannedAction[] =
    recordId === null || same ? [] : [{ type: 'scriptline.patient.recorded', data: { recordId, email } }];
  const others = await addressActions(
    tx,
    scope,
    patientIds.map((one) => ({ patientId: one, email, before: null })),
  );
  const acts = [...recorded, ...others.filter(({ data }) => data['prescriptionId'] !== prescriptionId)];
  const keyed = acts.map((act, nth) => ({ ...act, key: `${key}:address:${nth}` }));
  await recordActions(tx, { tenantId, userId }, keyed, await databaseNow(tx));
}
