import type { PersonRef } from '#lib/contract/prescriptions/prescription';
import { prescriberNames } from '#lib/db/access/user-names';
import type { Tx } from '#lib/db/base/in-tenant';
import { type NamedPatient, namesOf } from '#lib/db/directories/directory';

export type People = {
  readonly patient: (id: string | null) => PersonRef | null;
  readonly prescriber: (id: string | null) => PersonRef | null;
};

/**
 * Names for the ids on a page: a patient's from what a sender supplied, else from the directory; a prescriber's from the account that the id
 * belongs to. `veiled` leaves every patient's name out (an admin, until revealed with a reason).
 */
export async function peopleOf(
  tx: Tx,
  tenantId: string,
  patientIds: readonly string[],
  prescriberIds: readonly string[],
  veiled: boolean,
): Promise<People> {
  const patients: ReadonlyMap<string, NamedPatient> = veiled ? new Map() : await namesOf(tx, tenantId, patientIds);
  const names = await prescriberNames(tx, tenantId, prescriberIds);
  return {
    patient: (id) => {
      return id === null ? null : { id, name: patients.get(id)?.name ?? null, hidden: veiled };
    },
    prescriber: (id) => (id === null || id === '' ? null : { id, name: names.get(id) ?? null, hidden: false }),
  };
}
