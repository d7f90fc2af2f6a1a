import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { id, moment, textScalar } from '../scalars.ts';
import { facts, wording } from '../words.ts';
import { aboutMedication, medicationKey } from './keys.ts';

const payload = z.object({ prescriptionId: id.required, reason: textScalar.optional, discontinuedAt: moment.optional });

export const prescriptionDiscontinued = defineEvent({
  type: 'medication.prescription.discontinued.v1',
  system: 'medication',
  basis: 'reading',
  keep: '2y',
  payload,
  clock: 'discontinuedAt',
  subjects: (data) => [aboutMedication('prescription', data.prescriptionId)],
  factKey: (data, { at }) => `discontinued:${data.prescriptionId}:${at}`,
  entry: (data) => ({
    lane: 'written',
    tone: 'warn',
    title: wording(['discontinuedFor', { reason: data.reason }], ['discontinued']),
    facts: facts(['reason', data.reason]),
  }),
  project: (data, { at }) => [
    change('prescription', medicationKey(data.prescriptionId), at, {
      written: 'discontinued',
      writtenReason: data.reason,
    }),
  ],
});
