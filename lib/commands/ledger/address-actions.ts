import type { Tx } from '#lib/db/base/in-tenant';
import { type NewAddress, waitingForAddress } from '#lib/db/mail/waiting-for-address';
import { extentOf } from '#lib/domain/access/permission';
import type { Scope } from '#lib/domain/base/scope';
import type { PlannedAction } from '#lib/domain/directories/import-plan';

/** A doctor decides for their own prescriptions, a pharmacist for the tenant's. */
const ofWhom = (scope: Scope) => (extentOf(scope, 'directories.edit') === 'own' ? scope.prescriberIds : null);

/** The action that makes a patient's new address the one that the emails of their prescriptions go to. */
export async function addressActions(
  tx: Tx,
  scope: Scope,
  addresses: readonly NewAddress[],
  reason: string | null = null,
): Promise<readonly PlannedAction[]> {
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
