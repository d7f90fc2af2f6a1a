import { RateLimiterMemory } from 'rate-limiter-flexible';
import { slowedSeconds } from '#lib/domain/access/sign-in-slowing';

/** Refusals that one address may collect in ten minutes, over all accounts: a clinic behind one router fits, a dictionary does not. */
const refusalsPerAddress = 100;
/** One-time links that one address may try, and emails it may ask for, in ten minutes. */
const knocksPerAddress = 60;
const addressWindowSeconds = 600;
const rememberedMs = 86_400_000;
const mostStrangers = 100_000;

/** The failures of an email address without an account, times in milliseconds since 1970. */
type Stranger = { readonly failures: number; readonly slowedUntil: number; readonly forgetAt: number };

type Limits = {
  readonly addresses: RateLimiterMemory;
  readonly strangers: Map<string, Stranger>;
  readonly knocks: RateLimiterMemory;
};

declare global {
  var scriptlineSignInLimits: Limits | undefined;
}

/** Per process; kept through Next's module reloads. What an account's row counts holds over all processes. */
function limits(): Limits {
  globalThis.scriptlineSignInLimits ??= {
    addresses: new RateLimiterMemory({ points: refusalsPerAddress, duration: addressWindowSeconds }),
    strangers: new Map(),
    knocks: new RateLimiterMemory({ points: knocksPerAddress, duration: addressWindowSeconds }),
  };
  return globalThis.scriptlineSignInLimits;
}

/** Reserves one attempt for this address; false when it has used them up. Reserved before the password is compared, so that a burst counts too. */
export async function enterFrom(address: string): Promise<boolean> {
  return limits()
    .addresses.consume(address)
    .then(
      () => true,
      () => false,
    );
}

/** A right password returns its attempt. */
export async function leaveFrom(address: string): Promise<void> {
  await limits().addresses.reward(address);
}

/**
 * An email address without an account is slowed like one with an account, also when many tries come at once, so that slowing does not
 * reveal which accounts exist. Counts one try; false: slowed just now, and nothing was counted.
 */
export function admitStranger(email: string, now = Date.now()): boolean {
  const { strangers } = limits();
  const before = strangers.get(email);
  const { failures, slowedUntil } = before && now < before.forgetAt ? before : { failures: 0, slowedUntil: 0 };
  if (slowedUntil > now) return false;
  strangers.delete(email);
  const [oldest] = strangers.keys();
  if (oldest !== undefined && strangers.size >= mostStrangers) strangers.delete(oldest);
  const seconds = slowedSeconds(failures + 1);
  strangers.set(email, { failures: failures + 1, slowedUntil: now + seconds * 1000, forgetAt: now + rememberedMs });
  return true;
}

/** Reserves one request at the routes that need no session: false when an address has used them up. */
export async function mayKnock(address: string): Promise<boolean> {
  return limits()
    .knocks.consume(address)
    .then(
      () => true,
      () => false,
    );
}
