import { defineEvent } from '../define-event.ts';
import { wording } from '../words.ts';
import { prescriptionState, stateChanges, stateSubjects } from './prescription-state.ts';

/** No longer in the newest documents: expiry is also derived from `expirationDate` at reading. */
export const prescriptionExpired = defineEvent({
  type: 'photon:prescription:expired',
  system: 'photon',
  basis: 'published',
  keep: '2y',
  payload: prescriptionState,
  subjects: stateSubjects,
  entry: () => ({ lane: 'written', tone: 'warn', title: wording(['expired']), facts: [] }),
  project: (data, { at }) => stateChanges(data, at, { written: 'expired' }),
});
