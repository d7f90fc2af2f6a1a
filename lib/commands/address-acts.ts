import type { Tx } from '#lib/db/in-tenant';
import { type NewAddress, waitingForAddress } from '#lib/db/waiting-for-address';
import type { PlannedAct } from '#lib/domain/import-plan';
import { extentOf } from '#lib/domain/permission';
import type { Scope } from '#lib/domain/scope';

/** A doctor's word goes for his own prescriptions, a pharmacist's for the tenant's. */
const ofWhom = (scope: Scope) => (extentOf(scope, 'directories.edit') === 'own' ? scope.prescriberIds : null);

/** What makes a patient's new address the one that the mails of his prescriptions go to. */
export async function addressActs(
  tx: Tx,
  scope: Scope,
  addresses: readonly NewAddress[],
  reason: string | null = null,
): Promise<readonly PlannedAct[]> {
  const found = await waitingForAddress(tx, scope.tenantId, addresses, ofWhom(scope));
  return found.map(({ id, email, previous }) => ({
    type: 'scriptline.address.changed',
    data: {
      ...{ prescriptionId: id, email },
      ...(previous === null ? {} : { previous }),
      ...(reason === null ? {} : { reason }),
    },
  }));
}
