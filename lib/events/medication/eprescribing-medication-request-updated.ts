import { defineEvent } from '../define-event.ts';
import { wording } from '../words.ts';
import { medicationRequest, requestChanges, requestFacts, requestSubjects } from './medication-request.ts';

export const eprescribingMedicationRequestUpdated = defineEvent({
  type: 'eprescribing.medication_request.updated.v1',
  system: 'medication',
  basis: 'partly published',
  keep: '2y',
  payload: medicationRequest,
  subjects: requestSubjects,
  entry: (data) => ({ lane: 'written', tone: 'info', title: wording(['requestUpdated']), facts: requestFacts(data) }),
  project: (data, { at }) => requestChanges('external', data, at),
});
