import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { address, masked } from '../email.ts';
import { textScalar } from '../scalars.ts';
import { facts } from '../words.ts';
import { aboutPrescription, prescriptionRow } from './prescription-row.ts';

const payload = z.object({
  prescriptionId: prescriptionRow.required,
  email: address.required,
  reply: textScalar.optional,
});

/** The clinic's own system accepted our request for an email. The source's next event on the email shows whether it was sent. */
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
