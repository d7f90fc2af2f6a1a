import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '#lib/events/define-event';
import { textScalar } from '#lib/events/scalars';
import { aboutPrescription, prescriptionRow } from '#lib/events/scriptline/prescription-row';
import { facts } from '#lib/events/words';

const payload = z.object({ prescriptionId: prescriptionRow.required, note: textScalar.required });

/** A person of the clinic informed the patient by phone; the note gives the content and the listener. */
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
