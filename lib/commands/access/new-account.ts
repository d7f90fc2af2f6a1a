import { randomUUID } from 'node:crypto';
import type { NewAccount } from '#lib/contract/access/access';
import { setReach } from '#lib/db/access/find-accounts';
import type { Tx } from '#lib/db/base/in-tenant';
import { Conflict } from '#lib/domain/base/refusal';

/** An account without a password, in the caller's transaction; its id. @throws Conflict `address-taken` */
export async function newAccount(tx: Tx, tenantId: string, asked: NewAccount): Promise<string> {
  const { email, name, role, inCharge = false, prescriberIds = [], locationIds = [] } = asked;
  const id = `usr_${randomUUID()}`;
  const pointed = await tx.accountDirectory.createMany({
    data: [{ email, tenantId, userId: id }],
    skipDuplicates: true,
  });
  if (pointed.count === 0) throw new Conflict('address-taken', 'An account with this address exists already.');
  await tx.user.create({ data: { tenantId, id, email, name, role, inCharge: role === 'pharmacist' && inCharge } });
  await setReach(tx, tenantId, id, { prescriberIds, locationIds });
  return id;
}
