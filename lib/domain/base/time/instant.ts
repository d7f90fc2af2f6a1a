const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt ]((?:[01]\d|2[0-3]):\d\d:\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

/** An RFC 3339 time as ISO 8601 in UTC with milliseconds, or null where it is none (no zone, February 30th, year 0). */
export function instant(text: string): string | null {
  const [whole, year, month, day, clock, fraction = '.0', zone = ''] = rfc3339.exec(text) ?? [];
  if (whole === undefined) return null;
  const daysInMonth = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(day) > daysInMonth) return null;
  const milliseconds = Date.parse(`${year}-${month}-${day}T${clock}${fraction.slice(0, 4)}${zone.toUpperCase()}`);
  if (Number.isNaN(milliseconds)) return null;
  const utc = new Date(milliseconds).toISOString();
  return /^(?!0000)\d{4}-/.test(utc) ? utc : null;
}
