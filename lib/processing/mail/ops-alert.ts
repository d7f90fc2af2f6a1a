import { z } from 'zod';
import { notifyFlow } from '#lib/db/base/notify-changes';
import { openSecret } from '#lib/db/base/secret-box';
import { noticeFacts } from '#lib/db/mail/ops-alert';
import { settleMessage } from '#lib/db/mail/outbox';
import { env } from '#lib/env';
import { senderAddress, senderDomain } from '#lib/outbound/mail-sender';
import { noticeEvent, noticeMail } from '#lib/outbound/notice';
import { defineMessage } from './define-message.ts';
import { keptBack } from './parcel.ts';

const notice = z.object({
  alertId: z.string(),
  recipientId: z.string(),
  moment: z.enum(['opened', 'recovered', 'test']),
});

/** The notice of an incident to an admin, by mail or by a signed request to a system of the tenant's. */
export const opsAlert = defineMessage({
  purpose: 'ops_alert',
  content: z.object({ notice, recipientId: z.string() }),
  facts: (tx, { tenantId, content }) => noticeFacts(tx, tenantId, content.notice),
  notify: (tx, { tenantId }) => notifyFlow(tx, tenantId),
  pack: ({ tenantId, id, kind, address, mailMessageId }, facts) => {
    const { removed, recipientId, locale } = facts;
    if (removed) return keptBack('RECIPIENT', 'Taken off the list meanwhile');
    if (kind === 'webhook') {
      const secret = openSecret(facts.secret ?? '', { tenantId, sourceId: recipientId });
      return { request: { url: address, secrets: [secret], messageId: id, body: noticeEvent(facts) } };
    }
    return {
      mail: {
        ...noticeMail(facts, env().NEXTAUTH_URL),
        from: { name: 'Scriptline', address: senderAddress() },
        to: address,
        messageId: mailMessageId,
        listId: `<incidents.${tenantId}.${senderDomain()}>`,
        language: locale,
      },
    };
  },
  // It is about no patient: its own row keeps how it went.
  settle: (tx, message, { state, reply }) => settleMessage(tx, message, { state, reply, cause: null, settledBy: null }),
});
