import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { id } from '../scalars.ts';
import { wording } from '../words.ts';
import { aboutMedication, medicationKey } from './keys.ts';

const payload = z.object({ prescriptionId: id.required });

export const prescriptionResumed = defineEvent({
  type: 'medication.prescription.resumed.v1',
  system: 'medication',
  basis: 'reading',
  keep: '90d',
  payload,
  subjects: (data) => [aboutMedication('prescription', data.prescriptionId)],
  entry: () => ({ lane: 'written', tone: 'info', title: wording(['resumed']), facts: [] }),
  project: (data, { at }) => [change('prescription', medicationKey(data.prescriptionId), at, { hold: 'none' })],
});
