import { parseAsInteger, useQueryState, useQueryStates } from 'nuqs';
import { isFiltering } from '#lib/contract/base/is-filtering';
import { eventFilterOf, eventParsers } from '#lib/contract/ledger/event-filter';

export function useEventFilter() {
  const [values, set] = useQueryStates(eventParsers);
  const filter = eventFilterOf(values);
  return { values, filter, set, clear: () => void set(null), isFiltered: isFiltering(filter) };
}

/** The event whose drawer is open, from the address bar. */
export function useOpenEvent() {
  const [open, set] = useQueryState('open', parseAsInteger.withOptions({ history: 'push' }));
  return { open, openEvent: (seq: number | null) => void set(seq) };
}
