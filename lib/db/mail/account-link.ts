import type { Tx } from '#lib/db/base/in-tenant';
import { readLocale } from '#lib/domain/base/locale';
import type { MailSender } from './mail-sender.ts';
import { type NewMessage, putMessage } from './put-message.ts';

export type NewAccountLink = Pick<
  NewMessage<'account_link'>,
  'tenantId' | 'id' | 'address' | 'mailMessageId' | 'createdBy' | 'content'
>;

/** Puts the mail with a one-time link into the outbox. Its id is new. */
export async function putAccountLink(tx: Tx, message: NewAccountLink): Promise<void> {
  const put = await putMessage(tx, {
    ...message,
    ...{ purpose: 'account_link', kind: 'email', prescriptionId: null, inSeconds: 0 },
  });
  if (!put) throw new Error('a link with this id is in the outbox already');
}

/** The facts for the email with a one-time link; `person`: the name of its recipient. */
export type AccountLinkFacts = MailSender & { readonly person: string };

/** Null when there is no such account. */
export async function accountLinkFacts(tx: Tx, tenantId: string, userId: string): Promise<AccountLinkFacts | null> {
  const [row] = await tx.$queryRaw<(Omit<AccountLinkFacts, 'locale'> & { readonly locale: string })[]>`
    select u.name as person, t.name as clinic, coalesce(t."mailFromName", t.name) as "fromName", coalesce(u.locale, t.locale) as locale
    from "User" u join "Tenant" t on t."tenantId" = u."tenantId" where u."tenantId" = ${tenantId} and u.id = ${userId}`;
  return row ? { ...row, locale: readLocale(row.locale) } : null;
}

/** Removes the link of a message that no longer has to be sent. */
export async function forgetLink(
  tx: Tx,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
): Promise<void> {
  await tx.$executeRaw`update "OutboxMessage" set content = content - 'sealed' where "tenantId" = ${tenantId} and id = ${id}`;
}
