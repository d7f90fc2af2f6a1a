import { parseAsInteger, useQueryState } from 'nuqs';

/** The event whose drawer is open, from the address bar. */
export function useOpenEvent() {
  const [open, set] = useQueryState('open', parseAsInteger.withOptions({ history: 'push' }));
  return { open, openEvent: (seq: number | null) => void set(seq) };
}
