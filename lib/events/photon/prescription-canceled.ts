import { defineEvent } from '../define-event.ts';
import { facts, wording } from '../words.ts';
import { prescriptionState, stateChanges, stateSubjects } from './prescription-state.ts';

export const prescriptionCanceled = defineEvent({
  type: 'photon:prescription:canceled',
  system: 'photon',
  basis: 'published',
  keep: '2y',
  payload: prescriptionState,
  subjects: stateSubjects,
  entry: (data) => ({
    lane: 'written',
    tone: 'warn',
    title: wording(['canceledFor', { reason: data.reason }], ['canceled']),
    facts: facts(['reason', data.reason]),
  }),
  project: (data, { at }) => stateChanges(data, at, { written: 'canceled', writtenReason: data.reason }),
});
