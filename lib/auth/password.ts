import { hash, verify } from '@node-rs/argon2';

/** argon2id (the library's default) with OWASP's first recommendation: 19 MiB, two passes, one lane. About 20 ms. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Longer than any passphrase; keeps a megabyte of "password" away from the hash. */
const longest = 1024;

/** A hash that nobody has the password of: an unknown account takes as long to refuse as a known one. */
const nobodysHash = '$argon2id$v=19$m=19456,t=2,p=1$tSZHLUa0yMfPNj+ZYf3Ikw$YfKAzQqQ2bJ7eqv8rhbMLEmRmIUG2z8aBAfE3GG2+zA';

/** A PHC string. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Compares in constant time; `null` (no such account, or one without a password) costs the same and is never right. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? nobodysHash, password.slice(0, longest));
  return matches && passwordHash !== null && password.length <= longest;
}
