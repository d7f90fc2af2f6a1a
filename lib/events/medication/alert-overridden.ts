import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { id } from '../scalars.ts';
import { changes } from '../system-keys.ts';
import { facts, wording } from '../words.ts';
import { aboutMedication, medicationKey } from './keys.ts';
import { overrideChange, overrideShape } from './override.ts';

const payload = z.object({ alertOverrideId: id.required, prescriptionId: id.optional, ...overrideShape });

export const alertOverridden = defineEvent({
  type: 'medication.alert.overridden.v1',
  system: 'medication',
  basis: 'reading',
  keep: '7y',
  payload,
  subjects: (data) => [
    aboutMedication('prescription', data.prescriptionId),
    aboutMedication('patient', data.patientId),
  ],
  factKey: (data) => `override:${data.alertOverrideId}`,
  entry: (data) => ({
    lane: 'safety',
    tone: 'warn',
    title: wording(
      ['overriddenAlertFor', { alert: data.alertText ?? data.alertType, reason: data.reason }],
      ['overriddenAlert', { alert: data.alertText ?? data.alertType }],
      ['overridden'],
    ),
    facts: facts(
      ['alertType', data.alertType],
      ['severity', data.severity],
      ['alert', data.alertText],
      ['reason', data.reason],
      ['overriddenBy', data.overriddenBy, 'mono'],
      ['patient', data.patientId, 'mono'],
    ),
  }),
  project: (data, { at }) =>
    changes(
      overrideChange(medicationKey(data.alertOverrideId), data.prescriptionId, data, at),
      data.prescriptionId === undefined
        ? undefined
        : change('prescription', medicationKey(data.prescriptionId), at, {}),
    ),
});
