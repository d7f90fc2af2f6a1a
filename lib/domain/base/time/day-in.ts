/** The calendar day (`YYYY-MM-DD`) of an instant in an IANA time zone: Swedish writes dates so. */
export function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}
