import type { Tx } from '#lib/db/base/in-tenant';
import type { Role } from '#lib/domain/base/scope';

type NewUser = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly inCharge: boolean;
};

/** Keeps an email address for one account among all tenants. False: another account has it. */
export async function claimAddress(
  tx: Tx,
  tenantId: string,
  { id, email }: Pick<NewUser, 'id' | 'email'>,
): Promise<boolean> {
  const { count } = await tx.accountDirectory.createMany({
    data: [{ email, tenantId, userId: id }],
    skipDuplicates: true,
  });
  return count > 0;
}

/** A new account, without a password. */
export async function addUser(tx: Tx, tenantId: string, { id, email, name, role, inCharge }: NewUser): Promise<void> {
  await tx.user.create({ data: { tenantId, id, email, name, role, inCharge } });
}

/** Saves who an account is; the version that it has now. */
export async function saveUser(
  tx: Tx,
  tenantId: string,
  { id, name, role, inCharge }: Omit<NewUser, 'email'>,
): Promise<number> {
  const { version } = await tx.user.update({
    where: { tenantId_id: { tenantId, id } },
    data: { name, role, inCharge, version: { increment: 1 } },
    select: { version: true },
  });
  return version;
}

/** From now on nobody signs in to the account. */
export async function disableUser(tx: Tx, tenantId: string, id: string): Promise<void> {
  const where = { tenantId_id: { tenantId, id } };
  await tx.user.update({ where, data: { disabledAt: new Date(), version: { increment: 1 } } });
}

/** Its person may sign in again, at once, by the password from before. */
export async function enableUser(tx: Tx, tenantId: string, id: string): Promise<void> {
  const where = { tenantId_id: { tenantId, id } };
  const data = { disabledAt: null, failedSignIns: 0, slowedUntil: null, version: { increment: 1 } };
  await tx.user.update({ where, data });
}

/** Saves the hash of a new password. False: there is no such account, or it is disabled. */
export async function savePasswordHash(
  tx: Tx,
  { tenantId, userId }: { readonly tenantId: string; readonly userId: string },
  passwordHash: string,
): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { tenantId, id: userId, disabledAt: null },
    data: { passwordHash, failedSignIns: 0, slowedUntil: null },
  });
  return count > 0;
}
