import type { AddressValues } from '#lib/contract/base/list-address';
import { filterFrom } from '#lib/contract/base/list-address';
import { replayFields } from '#lib/contract/dead-letters/dead-letter-filter';
import type { ReplayAsked } from './replay.ts';

/** The parts of the screen of a replay; the address names the one that is open. */
export const replayTabs = ['changes', 'newer', 'events'] as const;

export type ReplayChosen = Pick<ReplayAsked, 'filter' | 'ids'>;

/** The request for a replay in an address: named events, or the fields of the dead letters' filter. Invalid values are left out. */
export function chosenBy(values: AddressValues): ReplayChosen {
  const { seq } = values;
  if (typeof seq === 'string') {
    const ids = seq.split(',').flatMap((text) => (/^\d{1,15}$/.test(text) ? [Number(text)] : []));
    return { ids };
  }
  const filter = filterFrom(replayFields, values, () => undefined);
  const set = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return { filter: Object.fromEntries(set) };
}
