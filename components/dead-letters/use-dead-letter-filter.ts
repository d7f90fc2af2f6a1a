import { parseAsInteger, parseAsString, useQueryState, useQueryStates } from 'nuqs';
import { deadLetterFilterOf, deadLetterParsers } from '#lib/contract/dead-letters/dead-letter-filter';

/** The filter, the cause that is unfolded and the dead letter whose drawer is open: all of it in the address bar. */
export function useDeadLetterFilter() {
  const [values, set] = useQueryStates(deadLetterParsers);
  const { state, ...others } = values;
  return {
    values,
    filter: deadLetterFilterOf(values),
    set: (some: Parameters<typeof set>[0]) => void set(some),
    clear: () => void set(null),
    isFiltered: Object.values(others).some((value) => value !== null && value !== ''),
  };
}

export function useUnfolded() {
  const [fingerprint, set] = useQueryState('fingerprint', parseAsString.withOptions({ history: 'push' }));
  return { fingerprint, unfold: (one: string | null) => void set(one) };
}

export function useOpenLetter() {
  const [open, set] = useQueryState('open', parseAsInteger.withOptions({ history: 'push' }));
  return { open, openLetter: (seq: number | null) => void set(seq) };
}
