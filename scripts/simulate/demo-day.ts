import { isObject } from '#lib/domain/base/json/json';
import { type Cast, demoClinic, idsOf, otherClinic } from './clinic.ts';
import { deliveryOf } from './delivery.ts';
import { type DatedDeliveries, mishaps } from './demo-mishaps.ts';
import { legacyTwin } from './legacy-twin.ts';
import { type MedicationPlot, medicationStory } from './medication-story.ts';
import { medicines } from './medicines.ts';
import { openingShelves } from './opening-shelves.ts';
import { type OsiguPlot, osiguStory } from './osigu-story.ts';
import { photonEndings, photonStory } from './photon-story.ts';
import { seeded } from './random.ts';
import { stockStory } from './stock-story.ts';
import type { Story } from './story.ts';

const seed = 20_261;
const daysBack = 3;
/** Below the reorder point of 40 that its alert names. */
const lowOnShelf = 18;
/** In every id of the day. */
export const demoRun = 'clinic';

/** The demo's events beside the samples: three days of a clinic until `now`, every state of a prescription among them. Deterministic but for `now`. */
export function demoDay(now: Date): readonly DatedDeliveries[] {
  const random = seeded(seed);
  const cast: Cast = { clinic: demoClinic, random, ids: idsOf(demoRun), today: now };
  const other: Cast = { ...cast, clinic: otherClinic };
  const stories = [...prescriptionsOf(cast), ...shelvesOf(cast), ...prescriptionsOfOther(other)];
  const deliveries = stories.flatMap((story) => {
    const begun = now.getTime() - random.int(2 * 60, daysBack * 24 * 60) * 60_000;
    return story.map((step) => ({ step, at: new Date(begun + step.afterSeconds * 1000) }));
  });
  const opened = new Date(now.getTime() - (daysBack * 24 + 6) * 3_600_000);
  const openings = [cast, other].flatMap((one) => shelvesBefore(one, stories).map((step) => ({ step, at: opened })));
  const past = [...openings, ...deliveries].filter(({ at }) => at.getTime() < now.getTime() - 2 * 60_000);
  const dated = past.map(({ step, at }) => ({ at, deliveries: [deliveryOf(step, at)] }));
  return [...dated, ...mishaps(cast, now), ...overdue(cast, now)].sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Each doctor's overdue tasks: a medicine that nobody picked up although the email arrived, and an order in error. */
function overdue(cast: Cast, now: Date): readonly DatedDeliveries[] {
  return cast.clinic.prescribers.flatMap((prescriber, nth) => {
    const own: Cast = {
      ...{ ids: cast.ids, today: cast.today, random: seeded(seed + 1 + nth) },
      clinic: { ...cast.clinic, prescribers: [prescriber] },
    };
    const stories = [osiguStory(own, { reach: 'accepted', ending: 'issued' }), photonStory(own, { ending: 'error' })];
    return stories.flatMap((story, index) => {
      const begun = now.getTime() - (5 + nth - index * 4) * 24 * 3_600_000;
      return story.map((step): DatedDeliveries => {
        const at = new Date(begun + step.afterSeconds * 1000);
        return { at, deliveries: [deliveryOf(step, at)] };
      });
    });
  });
}

/** As much as leaves each shelf in these days, and what is then left of it: little of what runs low. */
function shelvesBefore(cast: Cast, stories: readonly Story[]): Story {
  const bodies = stories.flat().flatMap((step) => {
    const { data } = step.body(cast.today);
    return step.type.startsWith('medication.dispensing.') && isObject(data) ? [data] : [];
  });
  return openingShelves(cast, (medicine, stockItemId) => {
    const given = bodies.flatMap((data) =>
      data['stockItemId'] === stockItemId ? Number(data['dispensedQuantity'] ?? 0) : 0,
    );
    const left = medicine === medicines[1] ? lowOnShelf : medicine.quantity * cast.random.int(4, 12);
    return given.reduce((sum, one) => sum + one, 0) + left;
  });
}

const medicationPlots: readonly MedicationPlot[] = [
  { ending: 'drafted' },
  { ending: 'signed' },
  { ending: 'signed', override: true },
  { ending: 'queued' },
  { ending: 'queued', request: 'order' },
  { ending: 'held' },
  { ending: 'resumed' },
  { ending: 'part' },
  { ending: 'part', request: 'external' },
  { ending: 'dispensed' },
  { ending: 'dispensed', allergy: true },
  { ending: 'dispensed', controlled: 'countersigned' },
  { ending: 'dispensed', controlled: 'alone' },
  { ending: 'returned', override: true },
  { ending: 'discontinued' },
  { ending: 'ward', reconciled: true },
];
const osiguPlots: readonly OsiguPlot[] = [
  { reach: 'accepted', ending: 'issued' },
  { reach: 'failed', ending: 'issued' },
  { reach: 'failed', ending: 'issued' },
  { reach: 'failed', ending: 'started' },
  { reach: 'corrected', ending: 'started' },
  { reach: 'bounced', ending: 'issued' },
  { reach: 'silent', ending: 'issued' },
  { reach: 'accepted', ending: 'completed', settled: true },
  { reach: 'accepted', ending: 'cancelled' },
  { reach: 'accepted', ending: 'part' },
  { reach: 'corrected', ending: 'completed' },
];

function prescriptionsOf(cast: Cast): readonly Story[] {
  return [
    ...medicationPlots.map((plot) => medicationStory(cast, plot)),
    underBothNames(cast, medicationStory(cast, { ending: 'dispensed', override: true })),
    ...osiguPlots.map((plot) => osiguStory(cast, plot)),
    ...photonEndings.map((ending) => photonStory(cast, { ending })),
  ];
}

function underBothNames(cast: Cast, story: Story): Story {
  return story.flatMap((step) => [step, legacyTwin(cast, step) ?? []].flat());
}

function shelvesOf(cast: Cast): readonly Story[] {
  const endings = ['received', 'reorder', 'expiry', 'recall'] as const;
  return medicines.slice(0, endings.length).map((medicine, index) => {
    const ending = endings[index] ?? 'received';
    return stockStory(cast, { ending, medicine });
  });
}

function prescriptionsOfOther(cast: Cast): readonly Story[] {
  const endings = ['signed', 'queued', 'dispensed', 'part', 'held'] as const;
  return [...endings.map((ending) => medicationStory(cast, { ending })), stockStory(cast, { ending: 'received' })];
}
