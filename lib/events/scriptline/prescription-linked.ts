import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { text } from '../scalars.ts';
import { facts } from '../words.ts';
import { aboutPrescription, prescriptionRow } from './prescription-row.ts';

const payload = z.object({
  prescriptionId: prescriptionRow.required,
  otherPrescriptionId: prescriptionRow.required,
  /** Why they are one: a shared id, a directory, or who says so; never a name. */
  basis: text.optional,
});

/** Two senders' prescriptions are the same real one. Both timelines show it; which rows are joined is read from this event's subjects. */
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
