import { defineEvent } from '../define-event.ts';
import { wording } from '../words.ts';
import { prescriptionState, stateChanges, stateSubjects } from './prescription-state.ts';

/** Every allowed fill is on an order: normal, and undone by `active`. */
export const prescriptionDepleted = defineEvent({
  type: 'photon:prescription:depleted',
  system: 'photon',
  basis: 'published',
  keep: '2y',
  payload: prescriptionState,
  subjects: stateSubjects,
  entry: () => ({ lane: 'fill', tone: 'neutral', title: wording(['allFillsOrdered']), facts: [] }),
  project: (data, { at }) => stateChanges(data, at, { fills: 'all_ordered' }),
});
