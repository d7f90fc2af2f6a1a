import { useFormatter, useNow, useTimeZone } from 'next-intl';
import { type Dated, datedIn } from './dated.ts';

/** Dates as this page writes them: in the tenant's zone, with the year of every date that is not of the present one. */
export function useDated(): Dated {
  return datedIn(useFormatter(), useTimeZone() ?? 'UTC', useNow());
}
