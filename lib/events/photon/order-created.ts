import { defineEvent } from '../define-event.ts';
import { wording } from '../words.ts';
import { order, orderChanges, orderFacts, orderSaid, orderSubjects } from './order.ts';

export const orderCreated = defineEvent({
  type: 'photon:order:created',
  system: 'photon',
  basis: 'published',
  keep: '2y',
  payload: order,
  clock: 'createdAt',
  subjects: orderSubjects,
  entry: (data) => ({
    lane: 'fill',
    tone: 'info',
    title: wording(['orderCreatedAt', { pharmacy: orderSaid(data).pharmacy }], ['orderCreated']),
    facts: orderFacts(data),
  }),
  project: (data, { at }) => orderChanges(data, at, 'created'),
});
