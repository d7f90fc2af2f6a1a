import { defineEvent } from '../define-event.ts';
import { wording } from '../words.ts';
import { prescriptionState, stateChanges, stateSubjects } from './prescription-state.ts';

export const prescriptionActive = defineEvent({
  type: 'photon:prescription:active',
  system: 'photon',
  basis: 'published',
  keep: '2y',
  payload: prescriptionState,
  subjects: stateSubjects,
  entry: () => ({ lane: 'fill', tone: 'info', title: wording(['fillsAvailable']), facts: [] }),
  project: (data, { at }) => stateChanges(data, at, { fills: 'available' }),
});
