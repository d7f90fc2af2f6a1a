import PostalMime, { type Email } from 'postal-mime';
import type { Inbox, InboxMail, OpenMail } from '#lib/contract/mail/inbox';
import { inTenant } from '#lib/db/base/in-tenant';
import { type DemoMailRow, demoMailById, latestDemoMails } from '#lib/db/mail/demo-mail';
import type { Account } from '#lib/domain/access/account';
import { isDemo } from '#lib/views/base/demo-mode';

const shown = 100;

function lineOf(row: DemoMailRow, mail: Email): InboxMail {
  return {
    id: row.id,
    receivedAt: row.receivedAt.toISOString(),
    recipient: row.recipient,
    subject: mail.subject ?? '',
  };
}

async function opened(row: DemoMailRow): Promise<OpenMail> {
  const mail = await PostalMime.parse(row.raw);
  return {
    ...lineOf(row, mail),
    from: [mail.from?.name, mail.from?.address].filter(Boolean).join(' · '),
    text: mail.text ?? '',
    html: mail.html ?? null,
    headers: mail.headers.map(({ key, value }) => ({ name: key, value })),
  };
}

/** The emails that the demo's mail server received from the reader's own tenant, for anybody who is signed in to the demo; null outside demo mode. */
export async function getInbox({ scope }: Account, open: string | null): Promise<Inbox | null> {
  if (!isDemo()) return null;
  const { tenantId } = scope;
  const { rows, chosen } = await inTenant(scope, async (tx) => ({
    rows: await latestDemoMails(tx, tenantId, shown),
    chosen: open === null ? null : await demoMailById(tx, tenantId, open),
  }));
  const items = await Promise.all(rows.map(async (row) => lineOf(row, await PostalMime.parse(row.raw))));
  return { items, open: chosen && (await opened(chosen)) };
}
