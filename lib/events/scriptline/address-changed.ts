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
  previous: address.optional,
  reason: textScalar.optional,
});

export const addressChanged = defineEvent({
  type: 'scriptline.address.changed',
  system: 'scriptline',
  basis: 'published',
  keep: 'subject',
  payload,
  subjects: (data) => [aboutPrescription(data.prescriptionId)],
  entry: (data, { actorId }) => ({
    lane: 'reach',
    tone: 'info',
    title: { key: 'addressChanged', params: { address: masked(data.email) } },
    facts: facts(
      ['address', data.email, 'email'],
      ['previousAddress', data.previous, 'email'],
      ['reason', data.reason],
      ['by', actorId ?? undefined, 'mono'],
    ),
  }),
  project: (data, { at }) => [
    change('prescription', data.prescriptionId, at, { fileAddress: data.email.toLowerCase() }),
  ],
});
