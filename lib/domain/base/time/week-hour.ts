/** The hour of a week in some zone: 0 is Monday from 00 to 01 by the clock there, 167 Sunday's last. */
export type WeekHour = number;

export const weekHours = 168;
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const clock = clocks.get(zone);
  if (clock) return clock;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  clocks.set(zone, made);
  return made;
}

/** `at`: Unix milliseconds. */
export function weekHourOf(at: number, zone: string): WeekHour {
  const parts = clockOf(zone).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return Math.max(0, days.indexOf(part('weekday'))) * 24 + Number(part('hour'));
}

/**
 * Hours from which a usual pattern may be estimated where one hour of the week has too little past: the same hour of the working days, or
 * of the weekend.
 */
export function alikeHours(hour: WeekHour): readonly WeekHour[] {
  const weekend = hour >= 5 * 24;
  return (weekend ? [5, 6] : [0, 1, 2, 3, 4]).map((day) => day * 24 + (hour % 24));
}
