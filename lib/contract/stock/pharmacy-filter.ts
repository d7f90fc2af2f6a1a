import { debounce, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { alertKinds, alertStates, horizons, returnStates, stockShows } from '#lib/domain/stock/stock-filter';

const typed = parseAsString.withOptions({ limitUrlUpdates: debounce(250) });
const push = { history: 'push' } as const;

/** How the filters of the pharmacy's lists stand in the address bar: ids, lot numbers and words of ours, never a person. */
export const stockParsers = {
  q: typed,
  location: parseAsString.withOptions(push),
  show: parseAsStringLiteral(stockShows).withOptions(push),
};
export const expiryParsers = {
  q: typed,
  location: parseAsString.withOptions(push),
  within: parseAsStringLiteral(horizons).withDefault('30').withOptions(push),
  decided: parseAsStringLiteral(['yes', 'no']).withOptions(push),
};
export const alertParsers = {
  kind: parseAsStringLiteral(alertKinds).withOptions(push),
  state: parseAsStringLiteral(alertStates).withOptions(push),
  location: parseAsString.withOptions(push),
};
export const returnParsers = {
  state: parseAsStringLiteral(returnStates).withOptions(push),
  location: parseAsString.withOptions(push),
};
export const registerParsers = { location: parseAsString.withOptions(push) };
export const safetyParsers = { state: parseAsStringLiteral(['open', 'acknowledged']).withOptions(push) };

/** What is set of a filter; blank is left out. */
export function filterOf<K extends string>(
  values: Readonly<Record<K, string | null>>,
): { readonly [key in K]?: string | undefined } {
  const set: { [key in K]?: string | undefined } = {};
  for (const name in values) set[name] = values[name]?.trim() || undefined;
  return set;
}
