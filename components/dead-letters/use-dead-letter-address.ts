import { parseAsInteger, parseAsString, useQueryState } from 'nuqs';

/** The cause that is unfolded, in the address bar. */
export function useUnfolded() {
  const [fingerprint, set] = useQueryState('fingerprint', parseAsString.withOptions({ history: 'push' }));
  return { fingerprint, unfold: (one: string | null) => void set(one) };
}

/** The dead letter whose drawer is open, in the address bar. */
export function useOpenLetter() {
  const [open, set] = useQueryState('open', parseAsInteger.withOptions({ history: 'push' }));
  return { open, openLetter: (seq: number | null) => void set(seq) };
}
