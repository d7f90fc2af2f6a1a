import { z } from 'zod';
import { linkOwner } from '#lib/db/access/account-link';
import { notifyAccess } from '#lib/db/base/notify-changes';
import { openSecret } from '#lib/db/base/secret-box';
import { accountLinkFacts, forgetLink } from '#lib/db/mail/account-link';
import { settleMessage } from '#lib/db/mail/outbox';
import { linkHours, linkPurposes } from '#lib/domain/access/account-link';
import { accountMail } from '#lib/outbound/account-mail';
import { senderAddress, senderDomain } from '#lib/outbound/mail-sender';
import { defineMessage } from './define-message.ts';

/** The mail with a one-time link to a person of the clinic. */
export const accountLink = defineMessage({
  purpose: 'account_link',
  content: z.object({ userId: z.string(), link: z.enum(linkPurposes), sealed: z.string().default('') }),
  facts: (tx, { tenantId, content: { userId } }) => accountLinkFacts(tx, tenantId, userId),
  notify: (tx, { tenantId }) => notifyAccess(tx, tenantId),
  pack: ({ tenantId, address, mailMessageId, content }, { clinic, fromName, locale, person }) => {
    const link = openSecret(content.sealed, linkOwner(tenantId));
    const purpose = content.link;
    return {
      mail: {
        ...accountMail({ purpose, clinic, locale, name: person, link, hours: linkHours[purpose] }),
        from: { name: fromName, address: senderAddress() },
        to: address,
        messageId: mailMessageId,
        listId: `<accounts.${tenantId}.${senderDomain()}>`,
        language: locale,
      },
    };
  },
  settle: async (tx, message, { state, reply, cause }) => {
    await forgetLink(tx, message);
    // Nobody is asked whether it was sent: a new link is made at any time, and takes the place of this one.
    const settled = state === 'uncertain' ? 'failed' : state;
    await settleMessage(tx, message, { state: settled, reply, cause, settledBy: null });
  },
});
