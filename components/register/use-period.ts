import { parseAsIsoDate, useQueryStates } from 'nuqs';
import { periodInstants } from '#lib/i18n/period';

const text = (date: Date | null): string => date?.toISOString().slice(0, 10) ?? '';

/** The period lives in the address bar, as days. */
export function usePeriod(zone: string) {
  const [values, set] = useQueryStates({ from: parseAsIsoDate, to: parseAsIsoDate }, { history: 'push' });
  const from = text(values.from);
  const to = text(values.to);
  return { ...{ from, to, isSet: from !== '' || to !== '' }, instants: periodInstants(from, to, zone), set };
}
