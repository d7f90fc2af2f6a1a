import { defineEvent } from '../define-event.ts';
import { failure, masked } from '../email.ts';
import { facts } from '../words.ts';
import { emailOutcome, outcomeChanges } from './email-outcome.ts';
import { aboutPrescription } from './prescription-row.ts';

/** It may have been sent: the connection or the process died before the answer was recorded. A person settles it. */
export const emailUncertain = defineEvent({
  type: 'scriptline.email.uncertain',
  system: 'scriptline',
  basis: 'published',
  keep: 'subject',
  payload: emailOutcome,
  subjects: (data) => [aboutPrescription(data.prescriptionId)],
  entry: (data) => ({
    lane: 'reach',
    tone: 'warn',
    title: { key: 'emailUncertain', params: { address: masked(data.email) } },
    facts: facts(['serverReply', data.reply, 'mono'], ['address', data.email, 'email']),
  }),
  project: (data, { at }) => outcomeChanges(data, at, { ...failure('uncertain'), reason: data.reply ?? '' }),
});
