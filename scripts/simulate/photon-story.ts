import type { Json, JsonObject } from '#lib/domain/base/json/json';
import type { Cast } from './clinic.ts';
import { photonEvent } from './envelopes.ts';
import { medicines } from './medicines.ts';
import { dateAfter, type Story, storySteps } from './story.ts';

/** The last state that a Photon prescription, and the order that fills it, reaches. */
export const photonEndings = [
  ...(['active', 'created', 'placed', 'rerouted', 'shipped', 'completed', 'depleted'] as const),
  ...(['error', 'recovered', 'order-canceled', 'canceled', 'expired'] as const),
];
export type PhotonPlot = { readonly ending: (typeof photonEndings)[number] };

const pharmacies = ['Riverside Pharmacy', 'Harbour Mail Pharmacy', 'Oakfield Chemist', 'Millbrook Drugstore'];
const errors = ['The pharmacy does not stock this medicine', 'Insurance rejected the claim', 'Pharmacy is closed'];
const carriers = ['USPS', 'UPS', 'FedEx'];

export function photonStory(cast: Cast, { ending }: PhotonPlot): Story {
  const { clinic, random, ids } = cast;
  const [prescription, orderId] = [ids.next('rx'), ids.next('ord')];
  const externalId = `enc-${prescription.split('_').slice(1).join('-')}`;
  const patient = { id: ids.next('pat'), externalId: ids.next('chart') };
  const medicine = random.pick(medicines.filter(({ schedule }) => schedule === null));
  const story = storySteps(random, (type, data) =>
    photonEvent(cast, type.startsWith('photon:order') ? orderId : prescription, type, data),
  );
  const pharmacy = () => ({ id: `phr_${random.int(10, 99)}`, name: random.pick(pharmacies) });
  const fills: Json = [{ id: ids.next('fil'), prescription: { id: prescription, externalId } }];
  const about = { id: prescription, externalId, patient };
  const ordered = (kind: string, said: JsonObject) =>
    story.tell(`photon:order:${kind}`, () => ({ id: orderId, externalId, patient, ...said }));
  const prescriberId = random.pick(clinic.prescribers).user;
  const dispenseAsWritten = random.chance(0.2);
  const refillsAllowed = ending === 'depleted' ? 0 : random.int(0, 5);

  story.tell('photon:prescription:created', (at) => ({
    ...{ ...about, dispenseQuantity: medicine.quantity, dispenseAsWritten, dispenseUnit: 'EA' },
    ...{ refillsAllowed, daysSupply: medicine.days, instructions: medicine.english, notes: '' },
    ...{ effectiveDate: dateAfter(at, 0), expirationDate: dateAfter(at, 365), prescriberId },
    medicationId: medicine.treatment,
  }));
  if (ending === 'active') return story.steps;
  if (ending === 'canceled' || ending === 'expired') {
    story.wait(120, 900);
    story.tell(`photon:prescription:${ending}`, () => about);
    return story.steps;
  }

  const first = pharmacy();
  story.wait(2, 20);
  story.tell('photon:order:created', (at) => ({
    ...{ id: orderId, externalId, pharmacyId: first.id, patient, fills, createdAt: at.toISOString() },
  }));
  if (ending === 'created') return story.steps;
  story.wait(1, 5);
  ordered('placed', { pharmacy: first });
  if (ending === 'error' || ending === 'recovered') {
    story.wait(20, 200);
    ordered('error', { reason: random.pick(errors), fills });
  }
  if (ending === 'rerouted' || ending === 'recovered') {
    story.wait(10, 90);
    ordered('rerouted', { pharmacy: pharmacy(), fills });
  }
  if (ending === 'order-canceled') {
    story.wait(20, 200);
    ordered('canceled', { reason: 'Canceled by the prescriber', fills });
    story.tell('photon:prescription:active', () => about);
  }
  if (ending === 'shipped' || ending === 'completed' || ending === 'depleted') {
    story.wait(120, 600);
    const tracking = { carrier: random.pick(carriers), trackingNumber: ids.next('trk').toUpperCase() };
    ordered('fulfillment', { fulfillment: { state: 'SHIPPED', ...tracking }, fills });
  }
  if (ending === 'completed' || ending === 'depleted') {
    story.wait(600, 1200);
    ordered('completed', { fills });
  }
  if (ending === 'depleted') story.tell('photon:prescription:depleted', () => about);
  return story.steps;
}
