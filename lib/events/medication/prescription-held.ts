import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { dayOrMoment, id, textScalar } from '../scalars.ts';
import { facts, wording } from '../words.ts';
import { aboutMedication, medicationKey } from './keys.ts';

const payload = z.object({ prescriptionId: id.required, reason: textScalar.optional, heldUntil: dayOrMoment.optional });

export const prescriptionHeld = defineEvent({
  type: 'medication.prescription.held.v1',
  system: 'medication',
  basis: 'reading',
  keep: '90d',
  payload,
  subjects: (data) => [aboutMedication('prescription', data.prescriptionId)],
  entry: (data) => ({
    lane: 'written',
    tone: 'warn',
    title: wording(['heldFor', { reason: data.reason }], ['held']),
    facts: facts(
      ['reason', data.reason],
      ['heldUntil', data.heldUntil, data.heldUntil?.includes('T') ? 'instant' : 'date'],
    ),
  }),
  project: (data, { at }) => [
    change('prescription', medicationKey(data.prescriptionId), at, {
      hold: 'held',
      lastHold: 'held',
      holdReason: data.reason,
      heldUntil: data.heldUntil,
    }),
  ],
});
