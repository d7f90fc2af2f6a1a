import type { z } from 'zod';
import { emailCause } from '#lib/domain/mail/email-cause';
import { isOurs } from '#lib/domain/mail/outbox';
import { defineEvent } from '../define-event.ts';
import { failure } from '../email.ts';
import { facts } from '../words.ts';
import { emailOutcome, outcomeChanges } from './email-outcome.ts';
import { aboutPrescription } from './prescription-row.ts';

/** Our side must fix refusals by our own relay, whatever their words resemble. */
function causeOf({ stage, reply }: z.output<typeof emailOutcome>) {
  return stage !== undefined && isOurs(stage) ? 'sender' : emailCause(reply ?? '');
}

export const emailFailed = defineEvent({
  type: 'scriptline.email.failed',
  system: 'scriptline',
  basis: 'published',
  keep: 'subject',
  payload: emailOutcome,
  subjects: (data) => [aboutPrescription(data.prescriptionId)],
  entry: (data) => ({
    lane: 'reach',
    tone: 'bad',
    title: { key: 'emailFailed', params: { cause: causeOf(data) } },
    facts: facts(['serverReply', data.reply, 'mono'], ['address', data.email, 'email']),
  }),
  project: (data, { at }) =>
    outcomeChanges(data, at, { ...failure('failed'), reason: data.reply ?? '', cause: causeOf(data) }),
});
