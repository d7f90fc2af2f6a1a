/** Published by Osigu and by Standard Webhooks alike: five minutes either way. */
const toleranceSeconds = 300;

/** Plain digits only: `Infinity`, `1e400`, signs and fractions are no time. Twelve digits reach the year 33658. */
export function isUnixSeconds(text: string): boolean {
  return /^\d{1,12}$/.test(text);
}

/** `now` in unix seconds. */
export function isFresh(unixSeconds: string, now: number): boolean {
  return Math.abs(now - Number(unixSeconds)) <= toleranceSeconds;
}
