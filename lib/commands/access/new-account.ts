import { randomUUID } from 'node:crypto';
import { requireFirst } from '#lib/commands/base/if-unchanged';
import type { NewAccount } from '#lib/contract/access/access';
import { setReach } from '#lib/db/access/find-accounts';
import { addUser, claimAddress } from '#lib/db/access/save-accounts';
import type { Tx } from '#lib/db/base/in-tenant';

/** An account without a password, in the caller's transaction; its id. @throws Conflict `address-taken` */
export async function newAccount(tx: Tx, tenantId: string, asked: NewAccount): Promise<string> {
  const { email, name, role, inCharge = false, prescriberIds = [], locationIds = [] } = asked;
  const id = `usr_${randomUUID()}`;
  const claimed = await claimAddress(tx, tenantId, { id, email });
  requireFirst(claimed, 'address-taken', 'An account with this address exists already.');
  await addUser(tx, tenantId, { id, email, name, role, inCharge: role === 'pharmacist' && inCharge });
  await setReach(tx, tenantId, id, { prescriberIds, locationIds });
  return id;
}
