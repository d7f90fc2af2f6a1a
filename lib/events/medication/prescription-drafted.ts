import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { id, moment, textScalar } from '../scalars.ts';
import { changes } from '../system-keys.ts';
import { facts, wording } from '../words.ts';
import { itemChange } from './item.ts';
import { aboutMedication, medicationKey } from './keys.ts';

const payload = z.object({
  prescriptionId: id.required,
  patientId: id.optional,
  prescriberId: id.optional,
  medicationCode: id.optional,
  medicationDisplay: textScalar.optional,
  draftedAt: moment.optional,
});

export const prescriptionDrafted = defineEvent({
  type: 'medication.prescription.drafted.v1',
  system: 'medication',
  basis: 'reading',
  keep: '30d',
  payload,
  clock: 'draftedAt',
  subjects: (data) => [
    aboutMedication('prescription', data.prescriptionId),
    aboutMedication('patient', data.patientId),
  ],
  factKey: (data) => `drafted:${data.prescriptionId}`,
  entry: (data) => ({
    lane: 'written',
    tone: 'neutral',
    title: wording(['draftedMedicine', { medicine: data.medicationDisplay }], ['drafted']),
    facts: facts(
      ['medicine', data.medicationDisplay],
      ['medicineCode', data.medicationCode, 'mono'],
      ['prescriber', data.prescriberId, 'mono'],
      ['patient', data.patientId, 'mono'],
    ),
  }),
  project: (data, { at }) =>
    changes(
      change('prescription', medicationKey(data.prescriptionId), at, {
        written: 'draft',
        patientId: medicationKey(data.patientId),
        prescriberId: medicationKey(data.prescriberId),
      }),
      data.patientId === undefined ? undefined : change('patient', medicationKey(data.patientId), at, {}),
      itemChange(data.prescriptionId, at, { productCode: data.medicationCode, display: data.medicationDisplay }),
    ),
});
