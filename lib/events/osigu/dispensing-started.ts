import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { facts, wording } from '../words.ts';
import { concernsPrescription, dispensationChanges, dispensationShape, dispensationSubjects } from './dispensation.ts';

export const dispensingStarted = defineEvent({
  type: 'dispensing.started',
  system: 'osigu',
  basis: 'published',
  keep: '2y',
  payload: z.object(dispensationShape),
  concerns: concernsPrescription,
  subjects: dispensationSubjects,
  entry: (data) => ({
    lane: 'fill',
    tone: 'info',
    title: wording(['dispensingAt', { pharmacy: data.pharmacy }], ['dispensing']),
    facts: facts(
      ['pharmacy', data.pharmacy],
      ['code', data.code, 'mono'],
      ['dispensation', data.dispensation_id, 'mono'],
    ),
  }),
  project: (data, { at }) => dispensationChanges(data, at, { state: 'started' }),
});
