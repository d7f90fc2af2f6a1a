import { z } from 'zod';
import { notifyScreens } from '#lib/db/base/notify-changes';
import { settleMessage } from '#lib/db/mail/outbox';
import { letterFacts } from '#lib/db/mail/recall-letter';
import { everyPrescriber } from '#lib/db/overview/rewrite';
import { senderAddress, senderDomain } from '#lib/outbound/mail-sender';
import { recallLetter as letterText } from '#lib/outbound/recall-letter';
import { defineMessage } from './define-message.ts';
import { recordEnd } from './record-end.ts';

/** The letter to a patient who was given of a recalled lot. */
export const recallLetterMessage = defineMessage({
  purpose: 'recall_letter',
  content: z.object({ recallId: z.string(), personId: z.string(), lots: z.array(z.string()).default([]) }),
  facts: (tx, { tenantId, prescriptionId, content: { personId } }) =>
    letterFacts(tx, tenantId, { prescriptionId, personId }),
  notify: (tx, { tenantId, content: { recallId } }, { prescription }) => {
    const touched =
      prescription === null
        ? { id: recallId, prescriberId: everyPrescriber }
        : { id: prescription.prescriptionId, prescriberId: prescription.prescriberId };
    return notifyScreens(tx, tenantId, [touched]);
  },
  pack: ({ tenantId, address, mailMessageId, content: { lots } }, facts) => ({
    mail: {
      ...letterText(facts, lots),
      from: { name: facts.fromName, address: senderAddress() },
      to: address,
      messageId: mailMessageId,
      listId: `<prescriptions.${tenantId}.${senderDomain()}>`,
      language: facts.locale,
    },
  }),
  settle: async (tx, message, end) => {
    const { recallId, personId } = message.content;
    const { state, reply, cause } = end;
    const data = { recallId, personId, outcome: `letter_${state}`, note: reply };
    await recordEnd(tx, message, end, { type: 'scriptline.recall.contact_logged', data });
    await settleMessage(tx, message, { state, reply, cause, settledBy: null });
  },
});
