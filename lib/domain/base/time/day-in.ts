import { fromAbsolute, toCalendarDate } from '@internationalized/date';

/** The calendar day (`YYYY-MM-DD`) of an instant in an IANA time zone. */
export function dayIn(timeZone: string, at: Date): string {
  return toCalendarDate(fromAbsolute(at.getTime(), timeZone)).toString();
}
