import { fromAbsolute, parseDateTime, toCalendarDateTime } from '@internationalized/date';

/** An instant as wall-clock time in a zone, in the shape of a date-time field: `2026-11-20T10:42:07`. */
export function zonedText(at: string, zone: string): string {
  return toCalendarDateTime(fromAbsolute(Date.parse(at), zone))
    .set({ millisecond: 0 })
    .toString();
}

/** Wall-clock time in a zone as an instant; null when it is no time. Where the clocks change, a skipped or doubled time is read by the old clock. */
export function zonedInstant(text: string, zone: string): string | null {
  try {
    return parseDateTime(text).toDate(zone, 'compatible').toISOString();
  } catch {
    return null;
  }
}
