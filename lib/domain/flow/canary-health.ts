import type { CanaryFacts } from './flow.ts';

export type FlownCanary = { readonly ageSeconds: number; readonly roundTripMs: number | null };

/** One that takes longer is lost, until a later one comes through. */
export const canaryLateSeconds = 30;
/** So many periods without even one sent: whoever sends them is gone. */
const missedPeriods = 3;

/** Whether the canaries (newest first) come through. `everySeconds` 0: none are sent. `dueSeconds`: since the first could have been. */
export function canaryHealth(flown: readonly FlownCanary[], everySeconds: number, dueSeconds: number): CanaryFacts {
  if (everySeconds === 0) return { on: false, lostSeconds: null };
  const last = flown.findIndex(({ roundTripMs }) => roundTripMs !== null);
  const since = last === -1 ? flown : flown.slice(0, last);
  const late = since.filter(({ ageSeconds }) => ageSeconds > canaryLateSeconds);
  const oldest = late.at(-1);
  if (oldest) return { on: true, lostSeconds: oldest.ageSeconds };
  // Of whom none ever went out none is sent, however long that has been so.
  const quietSeconds = flown[0]?.ageSeconds ?? dueSeconds;
  const stopped = quietSeconds > missedPeriods * everySeconds + canaryLateSeconds;
  return { on: true, lostSeconds: stopped ? quietSeconds : null };
}
