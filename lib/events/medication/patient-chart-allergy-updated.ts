import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { id, moment, textScalar } from '../scalars.ts';
import { facts, wording } from '../words.ts';
import { aboutMedication, medicationKey } from './keys.ts';

const payload = z.object({
  patientId: id.required,
  substance: textScalar.optional,
  action: textScalar.optional,
  updatedAt: moment.optional,
});

export const patientChartAllergyUpdated = defineEvent({
  type: 'patient-chart.allergy.updated.v1',
  system: 'medication',
  basis: 'reading',
  keep: '2y',
  payload,
  clock: 'updatedAt',
  subjects: (data) => [aboutMedication('patient', data.patientId)],
  entry: (data) => ({
    lane: 'safety',
    tone: 'warn',
    title: wording(['allergyUpdatedTo', { substance: data.substance }], ['allergyUpdated']),
    facts: facts(['substance', data.substance], ['allergyAction', data.action], ['patient', data.patientId, 'mono']),
  }),
  project: (data, { at }) => [
    change('allergyNotice', medicationKey(data.patientId), at, {
      patientId: medicationKey(data.patientId),
      substance: data.substance,
      action: data.action,
      noticedAt: at,
    }),
  ],
});
