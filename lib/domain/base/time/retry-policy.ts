/**
 * When a failed event is tried again (the Medication Service publishes five retries, exponential, at most two
 * hours). With the defaults the latest possible fifth retry is 110 × (2 + 4 + 8 + 16 + 32) = 6,820 s after the first failure.
 */
export type RetryPolicy = { readonly baseSeconds: number; readonly capSeconds: number };

export const retries = 5;

/**
 * Seconds to wait before retry number `retry` (1 to 5), or null when they are used up. `random` in [0, 1) spreads it between
 * base × 2^(retry − 1) and twice that. Never over the cap, nor past what is left of the cap since the first failure (`elapsedSeconds`).
 */
export function retryDelay(policy: RetryPolicy, retry: number, elapsedSeconds: number, random: number): number | null {
  if (retry < 1 || retry > retries) return null;
  const spread = policy.baseSeconds * 2 ** (retry - 1) * (1 + random);
  return Math.max(0, Math.min(spread, policy.capSeconds - elapsedSeconds));
}
