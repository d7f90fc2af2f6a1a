import type { Tx } from '#lib/db/base/in-tenant';
import { type Locale, readLocale } from '#lib/domain/base/locale';

/** The sender and the language of an email. */
export type MailSender = {
  readonly clinic: string;
  /** The name that the mail is from. */
  readonly fromName: string;
  readonly locale: Locale;
};

/** The tenant as the sender of a mail, in its own language. Null when there is no such tenant. */
export async function senderOf(tx: Tx, tenantId: string): Promise<MailSender | null> {
  const [row] = await tx.$queryRaw<(Omit<MailSender, 'locale'> & { readonly locale: string })[]>`
    select t.name as clinic, coalesce(t."mailFromName", t.name) as "fromName", t.locale from "Tenant" t where t."tenantId" = ${tenantId}`;
  return row ? { ...row, locale: readLocale(row.locale) } : null;
}
