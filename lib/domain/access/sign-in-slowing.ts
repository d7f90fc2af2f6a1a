const freeFailures = 5;
const capSeconds = 300;

/**
 * How long an account is slowed after its `failures`-th wrong password in a row: not at all for the first four, then 2 s, 4 s, 8 s … up to five
 * minutes. Slowed, never locked: whoever guesses at a doctor's account can't keep the doctor out for long.
 */
export function slowedSeconds(failures: number): number {
  if (failures < freeFailures) return 0;
  return Math.min(2 ** Math.min(failures - freeFailures + 1, 16), capSeconds);
}
