import { z } from 'zod';
import { notifyScreens } from '#lib/db/base/notify-changes';
import { openSecret } from '#lib/db/base/secret-box';
import { type MailFacts, mailFacts } from '#lib/db/mail/mail-facts';
import { type Outgoing, settleMessage } from '#lib/db/mail/outbox';
import { isEmailAddress } from '#lib/domain/base/web/email-address';
import { senderAddress, senderDomain } from '#lib/outbound/mail-sender';
import { prescriptionMail } from '#lib/outbound/prescription-mail';
import { resendOwner } from '#lib/outbound/resend-secret';
import { notOneAddress } from '#lib/outbound/smtp';
import { defineMessage } from './define-message.ts';
import { keptBack, type Parcel } from './parcel.ts';
import { recordEnd } from './record-end.ts';

/** A prescription's mail to its patient, once more: by our relay, or by the clinic's own system. */
export const resend = defineMessage({
  purpose: 'resend',
  content: z.record(z.string(), z.never()),
  facts: (tx, { tenantId, prescriptionId }) => mailFacts(tx, tenantId, prescriptionId),
  notify: (tx, { tenantId, prescriptionId }, { prescriberId }) =>
    notifyScreens(tx, tenantId, [{ id: prescriptionId, prescriberId }]),
  pack: (message, facts) => (message.kind === 'webhook' ? requestOf(message, facts) : mailOf(message, facts)),
  settle: async (tx, message, end) => {
    const { kind, prescriptionId, address } = message;
    const { state, reply, stage, cause } = end;
    // A webhook that was taken says nothing of the mail yet: the sender's next event does.
    const word = kind === 'webhook' && state === 'accepted' ? 'resend.passed_on' : `email.${state}`;
    const data = { prescriptionId, email: address, reply, ...(stage === null ? {} : { stage }) };
    await recordEnd(tx, message, end, { type: `scriptline.${word}`, data });
    await settleMessage(tx, message, { state, reply, cause, settledBy: null });
  },
});

function mailOf({ tenantId, address, mailMessageId }: Outgoing, facts: MailFacts): Parcel {
  const { code, fromName, locale } = facts;
  // Nobody gets an id in place of a code.
  if (code === null) return keptBack('CODE', 'Not sent: the prescription has no code that a pharmacy knows');
  return {
    mail: {
      ...prescriptionMail({ ...facts, code }),
      from: { name: fromName, address: senderAddress() },
      to: address,
      messageId: mailMessageId,
      listId: `<prescriptions.${tenantId}.${senderDomain()}>`,
      language: locale,
    },
  };
}

function requestOf({ tenantId, id, prescriptionId, address, createdBy }: Outgoing, facts: MailFacts): Parcel {
  const { webhookUrl, webhookSecret, code } = facts;
  if (webhookUrl === null || webhookSecret === null) return keptBack('URL', 'The clinic has set no webhook to ask');
  if (!isEmailAddress(address)) return { outcome: notOneAddress };
  const [system = '', ...rest] = prescriptionId.split(':');
  return {
    request: {
      url: webhookUrl,
      secrets: [openSecret(webhookSecret, resendOwner(tenantId))],
      messageId: id,
      body: {
        type: 'scriptline.prescription.resend_requested',
        timestamp: new Date().toISOString(),
        data: {
          outboxId: id,
          system,
          prescriptionId: rest.join(':'),
          prescriptionCode: code,
          email: address,
          requestedBy: createdBy,
        },
      },
    },
  };
}
