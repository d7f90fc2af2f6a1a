import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { textScalar } from '../scalars.ts';
import { facts } from '../words.ts';
import { aboutPrescription, prescriptionRow } from './prescription-row.ts';

const payload = z.object({
  prescriptionId: prescriptionRow.required,
  otherPrescriptionId: prescriptionRow.required,
  /** The basis of the link: a shared id, a directory, or a person's confirmation; never a name. */
  basis: textScalar.optional,
});

/** Two systems' prescriptions are the same real one. Both timelines show it; this event's subjects name the linked rows. */
export const prescriptionLinked = defineEvent({
  type: 'scriptline.prescription.linked',
  system: 'scriptline',
  basis: 'published',
  keep: 'subject',
  payload,
  subjects: (data) => [aboutPrescription(data.prescriptionId), aboutPrescription(data.otherPrescriptionId)],
  entry: (data, { actorId }) => ({
    lane: 'written',
    tone: 'info',
    title: { key: 'linked', params: {} },
    facts: facts(
      ['prescription', data.prescriptionId, 'mono'],
      ['prescription', data.otherPrescriptionId, 'mono'],
      ['linkBasis', data.basis],
      ['by', actorId ?? undefined, 'mono'],
    ),
  }),
  project: (data, { at }) => [
    change('prescription', data.prescriptionId, at, {}),
    change('prescription', data.otherPrescriptionId, at, {}),
  ],
});
