import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { id, moment, text } from '../scalars.ts';
import { facts, wording } from '../words.ts';
import { about, key } from './keys.ts';

const payload = z.object({
  patientId: id.required,
  substance: text.optional,
  action: text.optional,
  updatedAt: moment.optional,
});

export const patientChartAllergyUpdated = defineEvent({
  type: 'patient-chart.allergy.updated.v1',
  system: 'medication',
  basis: 'reading',
  keep: '2y',
  payload,
  clock: 'updatedAt',
  subjects: (data) => [about('patient', data.patientId)],
  entry: (data) => ({
    lane: 'safety',
    tone: 'warn',
    title: wording(['allergyUpdatedTo', { substance: data.substance }], ['allergyUpdated']),
    facts: facts(['substance', data.substance], ['allergyAction', data.action], ['patient', data.patientId, 'mono']),
  }),
  project: (data, { at }) => [
    change('allergyNotice', key(data.patientId), at, {
      patientId: key(data.patientId),
      substance: data.substance,
      action: data.action,
      noticedAt: at,
    }),
  ],
});
