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
  why: textScalar.optional,
});

/** An email that had not left, canceled by a person or because there was no longer a reason to send it. */
export const resendWithdrawn = defineEvent({
  type: 'scriptline.resend.withdrawn',
  system: 'scriptline',
  basis: 'published',
  keep: 'subject',
  payload,
  subjects: (data) => [aboutPrescription(data.prescriptionId)],
  entry: (data, { actorId }) => ({
    lane: 'reach',
    tone: 'info',
    title: { key: 'resendWithdrawn', params: { address: masked(data.email), why: data.why ?? 'person' } },
    facts: facts(['address', data.email, 'email'], ['by', actorId ?? undefined, 'mono']),
  }),
  project: (data, { at }) => [change('prescription', data.prescriptionId, at, { resend: 'withdrawn' })],
});
