import { accountEmail } from '#lib/auth/sign-in';
import { findSignInAccount } from '#lib/db/access/account';
import { ownResetsLately } from '#lib/db/access/account-link';
import { inTenant } from '#lib/db/base/in-tenant';
import { notifyAccess } from '#lib/db/base/notify-changes';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { resetsPerHour } from '#lib/domain/access/account-link';
import { mailsCanLeave } from '#lib/outbound/mail-sender';
import { issueAccountLink } from './issue-account-link.ts';

/**
 * Sends a link to a person who forgot their password, if there is such an account, it is not disabled and emails can leave; a few an hour.
 * The caller returns the same answer in every case.
 */
export async function forgotPassword(typed: string, requestId: string): Promise<void> {
  const found = await findSignInAccount(accountEmail(typed));
  if (found === null || found.disabled) return;
  const { tenantId, userId, email } = found;
  await inTenant({ tenantId }, async (tx) => {
    const reset = { action: 'account.reset-asked', subjectKind: 'account', subjectId: userId } as const;
    await writeAudit(tx, { tenantId, actorId: null, requestId, ...reset });
    if (!mailsCanLeave() || (await ownResetsLately(tx, { tenantId, userId })) >= resetsPerHour) return;
    await issueAccountLink(tx, { tenantId, userId, email, purpose: 'reset', by: null, requestId });
    await notifyAccess(tx, tenantId);
  });
}
