import type { Cast } from './clinic.ts';
import { legacyTwin } from './legacy-twin.ts';
import { type MedicationPlot, medicationEndings, medicationStory } from './medication-story.ts';
import { osiguEndings, osiguStory, reaches } from './osigu-story.ts';
import { photonEndings, photonStory } from './photon-story.ts';
import { stockEndings, stockStory } from './stock-story.ts';
import type { Story } from './story.ts';

/** Most mails arrive. */
const usualReach = [...reaches, 'accepted', 'accepted', 'accepted'] as const;
const usualEnding = [...medicationEndings, 'dispensed', 'dispensed', 'queued'] as const;

function medicationPlot({ random }: Cast): MedicationPlot {
  return {
    ending: random.pick(usualEnding),
    ...(random.chance(0.15) && { controlled: random.pick(['countersigned', 'alone'] as const) }),
    ...(random.chance(0.2) && { request: random.pick(['order', 'external'] as const) }),
    ...{ override: random.chance(0.15), reconciled: random.chance(0.08), allergy: random.chance(0.05) },
  };
}

/** One more story, of a source that writes for this clinic; some come under both names, as in the dual-publish window. */
export function drawStory(cast: Cast): Story {
  const { clinic, random } = cast;
  const dice = random.real();
  if (dice < 0.12) return stockStory(cast, { ending: random.pick(stockEndings) });
  if (dice < 0.45 && clinic.tenantId === 'demo') return photonStory(cast, { ending: random.pick(photonEndings) });
  if (dice < 0.72 && clinic.tenantId === 'demo') {
    const [reach, ending] = [random.pick(usualReach), random.pick(osiguEndings)];
    return osiguStory(cast, { reach, ending, settled: random.chance(0.4) });
  }
  const story = medicationStory(cast, medicationPlot(cast));
  return random.chance(0.2) ? story.flatMap((step) => [step, legacyTwin(cast, step) ?? []].flat()) : story;
}
