import { requireRow, requireState } from '#lib/commands/base/if-unchanged';
import type { HandedOut, NewAccount } from '#lib/contract/access/access';
import { lockAccount } from '#lib/db/access/find-accounts';
import { inTenant } from '#lib/db/base/in-tenant';
import { notifyAccess } from '#lib/db/base/notify-changes';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import type { Account } from '#lib/domain/access/account';
import { issueAccountLink } from './issue-account-link.ts';
import { newAccount } from './new-account.ts';

/** A new account with the link by which its person chooses a password. @throws Conflict `address-taken` */
export function inviteAccount({ scope }: Account, asked: NewAccount, requestId: string): Promise<HandedOut> {
  const { tenantId, userId: by } = scope;
  return inTenant(scope, async (tx) => {
    const id = await newAccount(tx, tenantId, asked);
    const line = { action: 'account.invited', subjectKind: 'account', subjectId: id, reason: asked.role } as const;
    await writeAudit(tx, { tenantId, actorId: by, requestId, ...line });
    const handed = await issueAccountLink(tx, {
      tenantId,
      userId: id,
      email: asked.email,
      purpose: 'invitation',
      by,
      requestId,
    });
    await notifyAccess(tx, tenantId);
    return handed;
  });
}

/**
 * Another link for an account: to begin, or in place of a password that was forgotten. The one before it opens nothing any more.
 * @throws NotFound; Conflict `disabled`
 */
export function handOutAnotherLink({ scope }: Account, id: string, requestId: string): Promise<HandedOut> {
  const { tenantId, userId: by } = scope;
  return inTenant(scope, async (tx) => {
    const found = requireRow(await lockAccount(tx, tenantId, id));
    requireState(found.disabledAt === null, 'disabled', 'The account is disabled: enable it first.');
    const purpose = found.hasPassword ? 'reset' : 'invitation';
    const handed = await issueAccountLink(tx, { tenantId, userId: id, email: found.email, purpose, by, requestId });
    await notifyAccess(tx, tenantId);
    return handed;
  });
}
