const freeFailures = 5;
const capSeconds = 300;

/**
 * The delay after an account's `failures`-th wrong password in a row: none for the first four, then 2 s, 4 s, 8 s … up to five minutes. The
 * account is slowed, never locked, so that an attacker cannot keep its doctor out for long.
 */
export function slowedSeconds(failures: number): number {
  if (failures < freeFailures) return 0;
  return Math.min(2 ** Math.min(failures - freeFailures + 1, 16), capSeconds);
}
