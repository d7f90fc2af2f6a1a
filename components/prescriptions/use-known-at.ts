import { parseAsIsoDateTime, useQueryState } from 'nuqs';

const parser = parseAsIsoDateTime.withOptions({ history: 'push' });

/** The moment the record is read as known at, from the address bar; null is now. */
export function useKnownAt() {
  const [moment, set] = useQueryState('knownAt', parser);
  return {
    knownAt: moment?.toISOString() ?? null,
    know: (at: string | null) => void set(at === null ? null : new Date(at)),
  };
}
