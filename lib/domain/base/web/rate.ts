/** What a sender has taken of its rate: so many events, wearing off at that rate since `at` (milliseconds of any steady clock). */
export type Taken = { readonly events: number; readonly at: number };

export const nothingTaken: Taken = { events: 0, at: 0 };

/** Of numbers that ought to be whole. */
const rounding = 1e-9;

/**
 * Takes `events` of a rate. Whoever has room takes all of them: a batch larger than the rate would otherwise never be let in. What it took too much
 * is waited off before the next. `waitMs` above 0: there was no room, and nothing was taken.
 */
export function take(
  taken: Taken,
  perSecond: number,
  events: number,
  now: number,
): { readonly taken: Taken; readonly waitMs: number } {
  const left = Math.max(0, taken.events - ((now - taken.at) / 1000) * perSecond);
  const over = left + 1 - perSecond;
  if (over > rounding && left > 0) return { taken: { events: left, at: now }, waitMs: (over / perSecond) * 1000 };
  return { taken: { events: left + events, at: now }, waitMs: 0 };
}
