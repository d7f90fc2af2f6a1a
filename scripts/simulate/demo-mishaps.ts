import type { Cast } from './clinic.ts';
import { batchOf, binaryOf, deliveryOf, type SimulatedDelivery } from './delivery.ts';
import {
  contradicting,
  fromProduction,
  fromTheFuture,
  notJsonFault,
  ofAnotherTenant,
  ofUnknownType,
  withoutItsIds,
} from './faults.ts';
import { medicationStory } from './medication-story.ts';
import { osiguStory } from './osigu-story.ts';
import { photonStory } from './photon-story.ts';
import type { Step, Story } from './story.ts';

const hourMs = 3_600_000;

/** Something posted at a moment of the story, in one or more deliveries. */
export type DatedDeliveries = { readonly at: Date; readonly deliveries: readonly SimulatedDelivery[] };

/** The mishaps of three days, so that the stream of events shows each of its states; and the rarer ways of posting. */
export function mishaps(cast: Cast, now: Date): readonly DatedDeliveries[] {
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * hourMs);
  const medication = () => firstOf(medicationStory(cast, { ending: 'signed' }));
  const osigu = () => firstOf(osiguStory(cast, { reach: 'silent', ending: 'issued' }));
  const photon = () => firstOf(photonStory(cast, { ending: 'active' }));
  const one = (hours: number, bend: (step: Step, at: Date) => SimulatedDelivery, step: Step): DatedDeliveries => ({
    at: hoursAgo(hours),
    deliveries: [bend(step, hoursAgo(hours))],
  });
  const repeated = medication();
  const disputed = medication();
  const [early, late] = [hoursAgo(31), hoursAgo(30)];
  const batch = medicationStory(cast, { ending: 'dispensed' }).map((step, index) =>
    step.body(new Date(hoursAgo(20).getTime() + index * 60_000)),
  );
  return [
    one(50, notJsonFault, photon()),
    one(44, withoutItsIds, medication()),
    one(38, ofAnotherTenant, medication()),
    one(27, fromProduction, osigu()),
    one(9, fromTheFuture, photon()),
    one(6, ofUnknownType, medication()),
    { at: early, deliveries: [deliveryOf(repeated, early)] },
    { at: late, deliveries: [deliveryOf(repeated, early), deliveryOf(repeated, early)] },
    { at: early, deliveries: [deliveryOf(disputed, early)] },
    { at: late, deliveries: [contradicting(disputed, early)] },
    { at: hoursAgo(19), deliveries: [batchOf('demo-standard', cast.ids.next('msg'), batch)] },
    { at: hoursAgo(5), deliveries: [binaryOf('demo-standard', medication().body(hoursAgo(5)))] },
  ];
}

function firstOf(story: Story): Step {
  const [step] = story;
  if (!step) throw new Error('A story has a beginning');
  return step;
}
