import { hashPassword } from '#lib/auth/password';
import { openLink, readLink, spendLink, tenantOfToken } from '#lib/db/access/account-link';
import { savePasswordHash } from '#lib/db/access/save-accounts';
import { endSessionsOf } from '#lib/db/access/session';
import { inTenant } from '#lib/db/base/in-tenant';
import { notifyAccess } from '#lib/db/base/notify-changes';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { passwordFault } from '#lib/domain/access/password-rule';
import { Conflict, NotFound } from '#lib/domain/base/refusal';

/**
 * Sets the password of the account that a one-time link is for, uses the link up and ends whatever was open under the old password. @throws
 * NotFound for a link that opens nothing; Conflict `password-…` for a refused password (the link stays valid)
 */
export async function setPassword(
  token: string,
  password: string,
  requestId: string,
): Promise<{ readonly email: string }> {
  const tenantId = tenantOfToken(token);
  const held = await readLink(token);
  if (tenantId === null || held === null) throw new NotFound();
  const fault = passwordFault(password, held.email);
  if (fault) throw new Conflict(`password-${fault}`, 'This password is not taken. Choose another one.');
  // Hashing is done before the transaction, and only for the holder of a valid link.
  const passwordHash = await hashPassword(password);
  return inTenant({ tenantId }, async (tx) => {
    const link = await openLink(tx, tenantId, token);
    if (!link || !(await spendLink(tx, link))) throw new NotFound();
    const { userId, purpose } = link;
    if (!(await savePasswordHash(tx, { tenantId, userId }, passwordHash))) throw new NotFound();
    await endSessionsOf(tx, tenantId, userId);
    const line = {
      action: 'account.password-set',
      subjectKind: 'account',
      subjectId: userId,
      reason: purpose,
    } as const;
    await writeAudit(tx, { tenantId, actorId: userId, requestId, ...line });
    await notifyAccess(tx, tenantId);
    return { email: held.email };
  });
}
