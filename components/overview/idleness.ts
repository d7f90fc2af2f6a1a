/** The screen locks after this long without a hand on it, with a warning before (the server's own limit is the same). */
export const lockAfter = 15 * 60_000;
export const warnAfter = 13 * 60_000;

export type Idleness =
  | { readonly kind: 'active' }
  | { readonly kind: 'warned'; readonly secondsLeft: number }
  | { readonly kind: 'idle' };

export function idlenessAt(now: number, lastActivity: number): Idleness {
  const idle = now - lastActivity;
  if (idle >= lockAfter) return { kind: 'idle' };
  if (idle >= warnAfter) return { kind: 'warned', secondsLeft: Math.ceil((lockAfter - idle) / 1000) };
  return { kind: 'active' };
}

/** A renewal follows activity within this time, never without activity: so the server's clock never runs out before the screen's. */
const renewEvery = 65_000;

export function renewalDue(now: number, lastActivity: number, lastRenewal: number): boolean {
  return lastActivity > lastRenewal && now - lastRenewal >= renewEvery;
}
