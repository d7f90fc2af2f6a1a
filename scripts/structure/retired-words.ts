import type { House } from './house.ts';
import type { Figure } from './measure.ts';

const BASELINE = 'scripts/checks/words-baseline.json';

type Baseline = Readonly<Record<string, { readonly words: Readonly<Record<string, number>> }>>;

/** Retired words that the check of the words still tolerates; it makes sure that there are no others. */
export function retiredWords(house: House): Figure {
  if (!house.files.has(BASELINE)) return { value: 0, places: ['there is no check of the words'] };
  const baseline: Baseline = JSON.parse(house.text(BASELINE));
  const counts = Object.entries(baseline).map(([id, { words }]) => ({
    id,
    count: Object.values(words).reduce((sum, count) => sum + count, 0),
  }));
  return {
    value: counts.reduce((sum, { count }) => sum + count, 0),
    places: counts.map(({ id, count }) => `${id}: ${count}`),
  };
}
