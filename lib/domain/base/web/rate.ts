/** The part of its rate that a sender has used: so many events, wearing off at that rate since `at` (milliseconds of any steady clock). */
export type Taken = { readonly events: number; readonly at: number };

export const nothingTaken: Taken = { events: 0, at: 0 };

/** Of numbers that ought to be whole. */
const rounding = 1e-9;

/**
 * Takes `events` of a rate. A sender with room takes all of them: a batch larger than the rate would otherwise never be let in. The excess
 * delays its next batch. `waitMs` above 0: there was no room, and nothing was taken.
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
