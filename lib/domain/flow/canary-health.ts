import type { CanaryFacts } from './flow.ts';

export type FlownCanary = { readonly ageSeconds: number; readonly roundTripMs: number | null };

/** One that takes longer is lost, until a later one comes through. */
export const canaryLateSeconds = 30;
/** So many periods without even one sent: their sender does not run. */
const missedPeriods = 3;

/** The result of the latest self-tests (newest first). `everySeconds` 0: none are sent. `dueSeconds`: since the first could have been. */
export function canaryHealth(flown: readonly FlownCanary[], everySeconds: number, dueSeconds: number): CanaryFacts {
  if (everySeconds === 0) return { on: false, lostSeconds: null };
  const last = flown.findIndex(({ roundTripMs }) => roundTripMs !== null);
  const since = last === -1 ? flown : flown.slice(0, last);
  const late = since.filter(({ ageSeconds }) => ageSeconds > canaryLateSeconds);
  const oldest = late.at(-1);
  if (oldest) return { on: true, lostSeconds: oldest.ageSeconds };
  // A tenant for which none was ever sent is not sent any, however long that lasts.
  const quietSeconds = flown[0]?.ageSeconds ?? dueSeconds;
  const stopped = quietSeconds > missedPeriods * everySeconds + canaryLateSeconds;
  return { on: true, lostSeconds: stopped ? quietSeconds : null };
}
