import { z } from 'zod';
import { change } from '#lib/domain/change';
import { defineEvent } from '../define-event.ts';
import { text } from '../scalars.ts';
import { facts } from '../words.ts';
import { aboutPrescription, prescriptionRow } from './prescription-row.ts';

const payload = z.object({ prescriptionId: prescriptionRow.required, note: text.required });

/** Somebody of the clinic told the patient by phone; the note says what and to whom. */
export const patientTold = defineEvent({
  type: 'scriptline.patient.told',
  system: 'scriptline',
  basis: 'published',
  keep: 'subject',
  payload,
  subjects: (data) => [aboutPrescription(data.prescriptionId)],
  entry: (data, { actorId }) => ({
    lane: 'reach',
    tone: 'good',
    title: { key: 'patientTold', params: {} },
    facts: facts(['notes', data.note], ['by', actorId ?? undefined, 'mono']),
  }),
  project: (data, { at }) => [change('prescription', data.prescriptionId, at, { reachedBy: 'phone' })],
});
