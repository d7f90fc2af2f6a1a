import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { id, moment, textScalar } from '../scalars.ts';
import { facts, wording } from '../words.ts';
import { aboutMedication, medicationKey } from './keys.ts';

const payload = z.object({
  prescriptionId: id.required,
  patientId: id.optional,
  medicationRequestId: id.optional,
  priority: textScalar.optional,
  queuedAt: moment.optional,
});

export const fulfillmentQueued = defineEvent({
  type: 'medication.fulfillment.queued.v1',
  system: 'medication',
  basis: 'reading',
  keep: '30d',
  payload,
  clock: 'queuedAt',
  subjects: (data) => [
    aboutMedication('prescription', data.prescriptionId),
    aboutMedication('patient', data.patientId),
    aboutMedication('medication_request', data.medicationRequestId),
  ],
  entry: (data) => ({
    lane: 'fill',
    tone: 'info',
    title: wording(['queued']),
    facts: facts(['priority', data.priority], ['medicationRequest', data.medicationRequestId, 'mono']),
  }),
  project: (data, { at }) => [
    change('prescription', medicationKey(data.prescriptionId), at, {
      queue: 'queued',
      queuedAt: at,
      priority: data.priority,
      patientId: medicationKey(data.patientId),
      medicationRequestId: medicationKey(data.medicationRequestId),
    }),
  ],
});
