import { databaseAhead } from '#lib/db/base/clock';

/** Clocks drift slowly: asking this often keeps a process whose own clock is set wrong, or is set right, from misjudging a sender for long. */
const freshMs = 10_000;

let ahead = 0;
let askedAt = Number.NEGATIVE_INFINITY;
let asking: Promise<void> | undefined;

async function ask(): Promise<void> {
  try {
    ahead = await databaseAhead();
    askedAt = performance.now();
  } catch {
    // The database is away: the last known offset is still the best there is, and the delivery will be answered 503.
  } finally {
    asking = undefined;
  }
}

/**
 * Unix milliseconds by the database's clock, which stamps the receipt too: whether a signature is fresh and a fact is from the future must
 * not depend on the process that receives it. Only the very first caller waits for the answer.
 */
export async function nowByDatabase(): Promise<number> {
  if (performance.now() - askedAt > freshMs) asking ??= ask();
  if (askedAt === Number.NEGATIVE_INFINITY) await asking;
  return Date.now() + ahead;
}
