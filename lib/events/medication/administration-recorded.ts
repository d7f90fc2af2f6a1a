import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { scalar, unlike } from '../scalar.ts';
import { id, moment, textScalar } from '../scalars.ts';
import { changes } from '../system-keys.ts';
import { Unreadable } from '../unreadable.ts';
import { facts, wording } from '../words.ts';
import { dose } from './dose.ts';
import { aboutMedication, medicationKey } from './keys.ts';

const titles = { given: 'administered', refused: 'refused', held: 'doseHeld', missed: 'missed' } as const;
const statuses = ['given', 'refused', 'held', 'missed'] as const;

const status = scalar((value) => {
  if (typeof value !== 'string') return unlike('text', value);
  const said = value.trim().toLowerCase();
  return statuses.find((known) => known === said) ?? new Unreadable('given, refused, held or missed', 'other text');
});

const payload = z.object({
  administrationId: id.required,
  prescriptionId: id.optional,
  patientId: id.optional,
  status: status.optional,
  dose: dose.optional,
  administeredAt: moment.optional,
  administeredBy: id.optional,
  reason: textScalar.optional,
});

export const administrationRecorded = defineEvent({
  type: 'medication.administration.recorded.v1',
  system: 'medication',
  basis: 'reading',
  keep: '2y',
  payload,
  clock: 'administeredAt',
  subjects: (data) => [
    aboutMedication('prescription', data.prescriptionId),
    aboutMedication('patient', data.patientId),
  ],
  entry: (data) => {
    const title = data.status === undefined ? 'administrationRecorded' : titles[data.status];
    return {
      lane: 'fill',
      tone: data.status === 'given' ? 'good' : data.status === undefined ? 'neutral' : 'warn',
      title:
        data.status === 'given'
          ? wording(['administeredDose', { dose: data.dose }], [title])
          : wording([`${title}For`, { reason: data.status && data.reason }], [title]),
      facts: facts(
        ['dose', data.dose],
        ['reason', data.reason],
        ['administeredBy', data.administeredBy, 'mono'],
        ['patient', data.patientId, 'mono'],
      ),
    };
  },
  project: (data, { at }) =>
    changes(
      change('administration', medicationKey(data.administrationId), at, {
        prescriptionId: medicationKey(data.prescriptionId),
        patientId: medicationKey(data.patientId),
        status: data.status,
        dose: data.dose,
        reason: data.reason,
        administeredBy: medicationKey(data.administeredBy),
        administeredAt: at,
      }),
      data.prescriptionId === undefined
        ? undefined
        : change('prescription', medicationKey(data.prescriptionId), at, {}),
    ),
});
