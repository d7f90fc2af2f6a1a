import { defineEvent } from '../define-event.ts';
import { wording } from '../words.ts';
import { order, orderChanges, orderFacts, orderSubjects } from './order.ts';

export const orderCompleted = defineEvent({
  type: 'photon:order:completed',
  system: 'photon',
  basis: 'published',
  keep: '2y',
  payload: order,
  subjects: orderSubjects,
  entry: (data) => ({ lane: 'fill', tone: 'good', title: wording(['orderCompleted']), facts: orderFacts(data) }),
  project: (data, { at }) => orderChanges(data, at, 'completed'),
});
