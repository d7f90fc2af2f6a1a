import { defineEvent } from '../define-event.ts';
import { wording } from '../words.ts';
import { order, orderChanges, orderFacts, orderSaid, orderSubjects } from './order.ts';

export const orderCanceled = defineEvent({
  type: 'photon:order:canceled',
  system: 'photon',
  basis: 'published',
  keep: '2y',
  payload: order,
  subjects: orderSubjects,
  entry: (data) => ({
    lane: 'fill',
    tone: 'warn',
    title: wording(['orderCanceledFor', { reason: orderSaid(data).reason }], ['orderCanceled']),
    facts: orderFacts(data),
  }),
  project: (data, { at }) => orderChanges(data, at, 'canceled'),
});
