import { defineEvent } from '../define-event.ts';
import { accepted, masked } from '../email.ts';
import { facts } from '../words.ts';
import { emailOutcome, outcomeChanges } from './email-outcome.ts';
import { aboutPrescription } from './prescription-row.ts';

export const emailAccepted = defineEvent({
  type: 'scriptline.email.accepted',
  system: 'scriptline',
  basis: 'published',
  keep: 'subject',
  payload: emailOutcome,
  subjects: (data) => [aboutPrescription(data.prescriptionId)],
  entry: (data) => ({
    lane: 'reach',
    tone: 'good',
    title: { key: 'emailAccepted', params: { address: masked(data.email) } },
    facts: facts(['serverReply', data.reply, 'mono'], ['address', data.email, 'email']),
  }),
  project: (data, { at }) => outcomeChanges(data, at, accepted(at)),
});
