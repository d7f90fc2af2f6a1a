import { defineEvent } from '../define-event.ts';
import { wording } from '../words.ts';
import { order, orderChanges, orderFacts, orderSaid, orderSubjects } from './order.ts';

/** A person is needed: the doctor's follow-up stays open until the order's next good state. */
export const orderError = defineEvent({
  type: 'photon:order:error',
  system: 'photon',
  basis: 'partly published',
  keep: '2y',
  payload: order,
  subjects: orderSubjects,
  entry: (data) => ({
    lane: 'fill',
    tone: 'bad',
    title: wording(['orderErrorFor', { reason: orderSaid(data).reason }], ['orderError']),
    facts: orderFacts(data),
  }),
  project: (data, { at }) => orderChanges(data, at, 'error'),
});
