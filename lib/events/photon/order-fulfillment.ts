import { defineEvent } from '../define-event.ts';
import { wording } from '../words.ts';
import { order, orderChanges, orderFacts, orderSaid, orderSubjects, type PhotonOrder } from './order.ts';

/** The steps we have words for; another is shown as "updated". */
const steps = ['sent', 'received', 'filling', 'ready', 'picked_up', 'shipped', 'delivered'] as const;

function stepOf(data: PhotonOrder): string {
  const word = orderSaid(data).state?.toLowerCase().replaceAll(/[ -]/g, '_');
  return steps.find((step) => step === word) ?? 'other';
}

export const orderFulfillment = defineEvent({
  type: 'photon:order:fulfillment',
  system: 'photon',
  basis: 'partly published',
  keep: '2y',
  payload: order,
  subjects: orderSubjects,
  entry: (data) => {
    const { carrier, tracking } = orderSaid(data);
    const step = stepOf(data);
    return {
      lane: 'fill',
      tone: 'info',
      title: wording(
        ['orderStepTracked', { step, carrier, tracking }],
        ['orderStepCarried', { step, carrier }],
        ['orderStep', { step }],
      ),
      facts: orderFacts(data),
    };
  },
  project: (data, { at }) => orderChanges(data, at, 'fulfillment'),
});
