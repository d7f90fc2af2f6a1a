import { defineEvent } from '../define-event.ts';
import { wording } from '../words.ts';
import { order, orderChanges, orderFacts, orderSaid, orderSubjects } from './order.ts';

export const orderRerouted = defineEvent({
  type: 'photon:order:rerouted',
  system: 'photon',
  basis: 'partly published',
  keep: '2y',
  payload: order,
  subjects: orderSubjects,
  entry: (data) => ({
    lane: 'fill',
    tone: 'warn',
    title: wording(['orderReroutedAt', { pharmacy: orderSaid(data).pharmacy }], ['orderRerouted']),
    facts: orderFacts(data),
  }),
  project: (data, { at }) => orderChanges(data, at, 'rerouted'),
});
