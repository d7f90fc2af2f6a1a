import { type CalendarDate, parseDate } from '@internationalized/date';

/** The instants of a period of whole days (`YYYY-MM-DD`, empty is open) in a zone; the last day counts in full. */
export function periodInstants(from: string, to: string, zone: string): { from?: string; to?: string } {
  const start = (day: CalendarDate): string => day.toDate(zone).toISOString();
  return {
    ...(from === '' ? {} : { from: start(parseDate(from)) }),
    ...(to === '' ? {} : { to: start(parseDate(to).add({ days: 1 })) }),
  };
}
