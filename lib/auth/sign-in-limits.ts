import { RateLimiterMemory } from 'rate-limiter-flexible';
import { slowedSeconds } from '#lib/domain/sign-in-slowing';

/** Refusals that one address may collect in ten minutes, over all accounts: a clinic behind one router fits, a dictionary does not. */
const refusalsPerAddress = 100;
/** One-time links that one address may try, and mails it may ask for, in ten minutes. */
const knocksPerAddress = 60;
const addressWindowSeconds = 600;
const rememberedSeconds = 86_400;

type Limits = {
  readonly addresses: RateLimiterMemory;
  readonly strangers: RateLimiterMemory;
  readonly slowed: RateLimiterMemory;
  readonly knocks: RateLimiterMemory;
};

declare global {
  var scriptlineSignInLimits: Limits | undefined;
}

/** Per process; kept through Next's module reloads. What an account's row counts holds over all processes. */
function limits(): Limits {
  globalThis.scriptlineSignInLimits ??= {
    addresses: new RateLimiterMemory({ points: refusalsPerAddress, duration: addressWindowSeconds }),
    strangers: new RateLimiterMemory({ points: 1, duration: rememberedSeconds }),
    slowed: new RateLimiterMemory({ points: 1, duration: 1 }),
    knocks: new RateLimiterMemory({ points: knocksPerAddress, duration: addressWindowSeconds }),
  };
  return globalThis.scriptlineSignInLimits;
}

/** Takes a place for one attempt from this address; false when it has used them up. Taken before the password is looked at, so that a burst counts too. */
export async function enterFrom(address: string): Promise<boolean> {
  return limits()
    .addresses.consume(address)
    .then(
      () => true,
      () => false,
    );
}

/** A right password gives its place back. */
export async function leaveFrom(address: string): Promise<void> {
  await limits().addresses.reward(address);
}

/** An email without an account is slowed like one with an account, so that being slowed says nothing of who is known here. */
export async function strangerIsSlowed(email: string): Promise<boolean> {
  return (await limits().slowed.get(email)) !== null;
}

export async function countStranger(email: string): Promise<void> {
  const { consumedPoints } = await limits().strangers.penalty(email);
  const seconds = slowedSeconds(consumedPoints);
  if (seconds > 0) await limits().slowed.block(email, seconds);
}

/** Takes a place for one request at the doors that need no session: false when an address has used them up. */
export async function mayKnock(address: string): Promise<boolean> {
  return limits()
    .knocks.consume(address)
    .then(
      () => true,
      () => false,
    );
}
