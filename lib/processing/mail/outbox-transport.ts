import type { SendOutcome } from '#lib/domain/mail/outbox';
import { sendBySmtp } from '#lib/outbound/smtp';
import { sendByWebhook } from '#lib/outbound/webhook';
import type { WebhookReach } from '#lib/outbound/webhook-address';
import type { Parcel } from './parcel.ts';

/** Sends mails through the operator's relay, and requests as far as webhooks may reach. */
export function transportOver(smtpUrl: string | undefined, reach: WebhookReach = 'public') {
  return async (parcel: Parcel): Promise<SendOutcome> => {
    if ('outcome' in parcel) return parcel.outcome;
    if ('request' in parcel) return sendByWebhook(parcel.request, reach);
    if (smtpUrl === undefined)
      return { outcome: 'unreachable', stage: 'CONN', reply: 'No mail relay is set (SMTP_URL)' };
    return sendBySmtp(smtpUrl, parcel.mail);
  };
}
