import { defineEvent } from '../define-event.ts';
import { wording } from '../words.ts';
import { order, orderChanges, orderFacts, orderSaid, orderSubjects } from './order.ts';

export const orderPlaced = defineEvent({
  type: 'photon:order:placed',
  system: 'photon',
  basis: 'published',
  keep: '2y',
  payload: order,
  subjects: orderSubjects,
  entry: (data) => ({
    lane: 'fill',
    tone: 'info',
    title: wording(['orderPlacedAt', { pharmacy: orderSaid(data).pharmacy }], ['orderPlaced']),
    facts: orderFacts(data),
  }),
  project: (data, { at }) => orderChanges(data, at, 'placed'),
});
