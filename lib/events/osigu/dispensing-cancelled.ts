import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { moment, textScalar } from '../scalars.ts';
import { facts, wording } from '../words.ts';
import { concernsPrescription, dispensationChanges, dispensationShape, dispensationSubjects } from './dispensation.ts';

const payload = z.object({ ...dispensationShape, reason: textScalar.optional, cancelled_at: moment.optional });

export const dispensingCanceled = defineEvent({
  type: 'dispensing.cancelled',
  system: 'osigu',
  basis: 'reading',
  keep: '2y',
  payload,
  clock: 'cancelled_at',
  // A cancellation without a code type must still withdraw the started dispensation: of another kind, it names a dispensation nobody shows.
  concerns: (data) => data.code_type === undefined || concernsPrescription(data),
  subjects: dispensationSubjects,
  entry: (data) => ({
    lane: 'fill',
    tone: 'warn',
    title: wording(['dispensingCancelledFor', { reason: data.reason }], ['dispensingCancelled']),
    facts: facts(['reason', data.reason], ['code', data.code, 'mono'], ['dispensation', data.dispensation_id, 'mono']),
  }),
  project: (data, { at }) => dispensationChanges(data, at, { state: 'cancelled', reason: data.reason }),
});
