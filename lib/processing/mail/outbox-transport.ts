import { linkOwner } from '#lib/db/access/account-link';
import { openSecret } from '#lib/db/base/secret-box';
import type { MailFacts } from '#lib/db/mail/mail-facts';
import type { NoticeFacts } from '#lib/db/mail/notice-facts';
import type { Outgoing } from '#lib/db/mail/outbox';
import { linkHours } from '#lib/domain/access/account-link';
import { isEmailAddress } from '#lib/domain/base/web/email-address';
import type { SendOutcome } from '#lib/domain/mail/outbox';
import { env } from '#lib/env';
import { accountMail } from '#lib/outbound/account-mail';
import { senderAddress, senderDomain } from '#lib/outbound/mail-sender';
import { noticeEvent, noticeMail } from '#lib/outbound/notice';
import { type MailText, prescriptionMail } from '#lib/outbound/prescription-mail';
import { recallLetter } from '#lib/outbound/recall-letter';
import { resendOwner } from '#lib/outbound/resend-secret';
import { notOneAddress, sendBySmtp } from '#lib/outbound/smtp';
import { type OutgoingWebhook, sendByWebhook } from '#lib/outbound/webhook';
import type { WebhookReach } from '#lib/outbound/webhook-address';

/** Sends by the tenant's settings: our email through the operator's relay, or a signed request to the clinic's own system. */
export function transportOver(smtpUrl: string | undefined, reach: WebhookReach = 'public') {
  return (message: Outgoing, facts: MailFacts | NoticeFacts): Promise<SendOutcome> => {
    if ('moment' in facts) return tell(message, facts, smtpUrl, reach);
    return message.kind === 'webhook' ? byWebhook(message, facts, reach) : byMail(message, facts, smtpUrl);
  };
}

/** Notifies an admin of an incident, by email or by a signed request to a system of the tenant's. */
async function tell(
  message: Outgoing,
  facts: NoticeFacts,
  smtpUrl: string | undefined,
  reach: WebhookReach,
): Promise<SendOutcome> {
  const { tenantId, id } = message;
  if (facts.removed)
    return { outcome: 'refused', lasting: true, stage: 'RECIPIENT', reply: 'Taken off the list meanwhile' };
  if (message.kind === 'webhook') {
    const secret = openSecret(facts.secret ?? '', { tenantId, sourceId: facts.recipientId });
    return sendByWebhook({ url: message.address, secrets: [secret], messageId: id, body: noticeEvent(facts) }, reach);
  }
  if (smtpUrl === undefined) return { outcome: 'unreachable', stage: 'CONN', reply: 'No mail relay is set (SMTP_URL)' };
  return sendBySmtp(smtpUrl, {
    ...noticeMail(facts, env().NEXTAUTH_URL),
    from: { name: 'Scriptline', address: senderAddress() },
    to: message.address,
    messageId: message.mailMessageId,
    listId: `<incidents.${tenantId}.${senderDomain()}>`,
    language: facts.locale,
  });
}

async function byMail(message: Outgoing, facts: MailFacts, smtpUrl: string | undefined): Promise<SendOutcome> {
  const text = textOf(message, facts);
  if (text === null) return nothingToTell;
  if (smtpUrl === undefined) return { outcome: 'unreachable', stage: 'CONN', reply: 'No mail relay is set (SMTP_URL)' };
  return sendBySmtp(smtpUrl, {
    ...text,
    from: { name: facts.fromName, address: senderAddress() },
    to: message.address,
    messageId: message.mailMessageId,
    listId: `<${message.purpose === 'account_link' ? 'accounts' : 'prescriptions'}.${message.tenantId}.${senderDomain()}>`,
    language: facts.locale,
  });
}

/** No code was known when it was about to leave: no email gives an id in its place. */
const nothingToTell: SendOutcome = {
  outcome: 'refused',
  lasting: true,
  stage: 'CODE',
  reply: 'Not sent: the prescription has no code that a pharmacy knows',
};

function textOf({ tenantId, purpose, content }: Outgoing, facts: MailFacts): MailText | null {
  if (purpose === 'recall_letter') return recallLetter(facts, content.lots ?? []);
  const { code } = facts;
  if (purpose !== 'account_link') return code === null ? null : prescriptionMail({ ...facts, code });
  const { link = 'reset', sealed = '' } = content;
  const { clinic, locale, person = '' } = facts;
  const opened = openSecret(sealed, linkOwner(tenantId));
  return accountMail({ purpose: link, clinic, locale, name: person, link: opened, hours: linkHours[link] });
}

async function byWebhook(message: Outgoing, facts: MailFacts, reach: WebhookReach): Promise<SendOutcome> {
  const { webhookUrl, webhookSecret } = facts;
  if (webhookUrl === null || webhookSecret === null)
    return { outcome: 'refused', lasting: true, stage: 'URL', reply: 'The clinic has set no webhook to ask' };
  if (!isEmailAddress(message.address)) return notOneAddress;
  const [system = '', ...rest] = message.prescriptionId.split(':');
  const request: OutgoingWebhook = {
    url: webhookUrl,
    secrets: [openSecret(webhookSecret, resendOwner(message.tenantId))],
    messageId: message.id,
    body: {
      type: 'scriptline.prescription.resend_requested',
      timestamp: new Date().toISOString(),
      data: {
        outboxId: message.id,
        system,
        prescriptionId: rest.join(':'),
        prescriptionCode: facts.code,
        email: message.address,
        requestedBy: message.createdBy,
      },
    },
  };
  return sendByWebhook(request, reach);
}
