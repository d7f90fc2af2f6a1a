import { defineEvent } from '../define-event.ts';
import { wording } from '../words.ts';
import { medicationRequest, requestChanges, requestFacts, requestSubjects } from './medication-request.ts';

export const ordersMedicationRequestActivated = defineEvent({
  type: 'orders.medication_request.activated.v1',
  system: 'medication',
  basis: 'reading',
  keep: '2y',
  payload: medicationRequest,
  subjects: requestSubjects,
  entry: (data) => ({ lane: 'written', tone: 'info', title: wording(['requestActivated']), facts: requestFacts(data) }),
  project: (data, { at }) => requestChanges('order', data, at),
});
