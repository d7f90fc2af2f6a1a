import { alikeHours, type WeekHour, weekHourOf, weekHours } from '#lib/domain/base/time/week-hour';

const hourMs = 3_600_000;
/** Fewer past hours than this give no pattern. */
export const leastPasts = 3;

/** One hour of a source's past: how many events came (`events`), and in how many of its minutes any did. `hour`: its start, Unix milliseconds. */
export type PastHour = { readonly hour: number; readonly events: number; readonly minutes: number };

/**
 * The usual pattern of a source in one hour of the week, from `pasts` such hours: a minute with an event in `minutes` of sixty at least
 * three times out of four, anything at all in `busy` of the pasts, `events` in the middle one.
 */
export type HourHabit = {
  readonly pasts: number;
  readonly minutes: number;
  readonly busy: number;
  readonly events: number;
};
/** By hour of the week; fewer than three pasts: too little is known of that hour. */
export type Habit = readonly HourHabit[];

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

function habitOfPasts(pasts: readonly PastHour[]): HourHabit {
  const sorted = (of: (past: PastHour) => number) => pasts.map(of).sort((a, b) => a - b);
  return {
    pasts: pasts.length,
    minutes: quantile(
      sorted((past) => past.minutes),
      0.25,
    ),
    busy: pasts.filter((past) => past.minutes > 0).length,
    events: quantile(
      sorted((past) => past.events),
      0.5,
    ),
  };
}

/**
 * A source's usual pattern by hour and weekday of the tenant's zone. `known` are the hours with events; an hour between `from` and `until`
 * (whole hours, Unix milliseconds; `until` is not yet over) that is not among them was empty. An hour of the week with fewer than three
 * pasts borrows those of the same hour on the other working days, or on the weekend.
 */
export function habitOf(known: readonly PastHour[], from: number, until: number, zone: string): Habit {
  const byHour = new Map(known.map((past) => [past.hour, past]));
  const pasts = new Map<WeekHour, PastHour[]>();
  for (let hour = from; hour < until; hour += hourMs) {
    const past = byHour.get(hour) ?? { hour, events: 0, minutes: 0 };
    const of = weekHourOf(hour, zone);
    const pastsOfHour = pasts.get(of);
    if (pastsOfHour) pastsOfHour.push(past);
    else pasts.set(of, [past]);
  }
  return Array.from({ length: weekHours }, (_, hour) => {
    const own = pasts.get(hour) ?? [];
    if (own.length >= leastPasts) return habitOfPasts(own);
    return habitOfPasts(alikeHours(hour).flatMap((alike) => pasts.get(alike) ?? []));
  });
}
