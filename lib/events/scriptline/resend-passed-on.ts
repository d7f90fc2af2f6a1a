import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { address, masked } from '../email.ts';
import { text } from '../scalars.ts';
import { facts } from '../words.ts';
import { aboutPrescription, prescriptionRow } from './prescription-row.ts';

const payload = z.object({ prescriptionId: prescriptionRow.required, email: address.required, reply: text.optional });

/** The clinic's own system took our request for a mail. That says nothing of the mail: the sender's next event on it does. */
export const resendPassedOn = defineEvent({
  type: 'scriptline.resend.passed_on',
  system: 'scriptline',
  basis: 'published',
  keep: '2y',
  payload,
  subjects: (data) => [aboutPrescription(data.prescriptionId)],
  entry: (data) => ({
    lane: 'reach',
    tone: 'info',
    title: { key: 'resendPassedOn', params: { address: masked(data.email) } },
    facts: facts(['serverReply', data.reply, 'mono'], ['address', data.email, 'email']),
  }),
  project: (data, { at }) => [change('prescription', data.prescriptionId, at, { passedOn: 'passed_on' })],
});
