import { randomUUID } from 'node:crypto';
import { ownUrl } from '#lib/auth/session-cookie';
import type { HandedOut } from '#lib/contract/access/access';
import { linkOwner, mintLink } from '#lib/db/access/account-link';
import type { Tx } from '#lib/db/base/in-tenant';
import { sealSecret } from '#lib/db/base/secret-box';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { putAccountLink } from '#lib/db/mail/account-link';
import type { LinkPurpose } from '#lib/domain/access/account-link';
import { mailsCanLeave, senderDomain } from '#lib/outbound/mail-sender';

export type LinkRequest = {
  readonly tenantId: string;
  readonly userId: string;
  readonly email: string;
  readonly purpose: LinkPurpose;
  /** Null: the operator, or a person who forgot their password. */
  readonly by: string | null;
  readonly requestId: string | null;
  /** The address at which people open the product; left out: the address that this process serves. */
  readonly baseUrl?: string;
};

/**
 * Makes a one-time link and, where emails can leave, sends it; all in the caller's transaction. The token is behind the `#`, which no
 * browser sends: it is in no log, no referrer and no address that a server sees.
 */
export async function issueAccountLink(tx: Tx, handing: LinkRequest): Promise<HandedOut> {
  const { tenantId, userId, email, purpose, by, requestId } = handing;
  const { token, expiresAt } = await mintLink(tx, { tenantId, userId }, purpose, by);
  const link = `${(handing.baseUrl ?? ownUrl().href).replace(/\/+$/, '')}/welcome#${token}`;
  const mails = mailsCanLeave();
  if (mails) {
    const id = `out_${randomUUID()}`;
    const content = { userId, link: purpose, sealed: sealSecret(link, linkOwner(tenantId)) };
    const mailMessageId = `<${id}@${senderDomain()}>`;
    await putAccountLink(tx, { ...{ tenantId, id, mailMessageId, content }, address: email, createdBy: by });
  }
  const line = { action: 'account.link-made', subjectKind: 'account', subjectId: userId, reason: purpose } as const;
  await writeAudit(tx, { tenantId, actorId: by, requestId, ...line });
  return { link, expiresAt: expiresAt.toISOString(), mailedTo: mails ? email : null };
}
