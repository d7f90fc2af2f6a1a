import { askedTooMuch, databaseIsAway, databaseIsBusy } from '#lib/db/base/sql-state';
import { retryContention } from '#lib/db/ledger/retry-contention';

const pauseMs = 500;

/** Records the result of a try for as long as its lease lasts: a database that comes back in time still gets it. */
export async function whileLeased(leaseSeconds: number, record: () => Promise<void>): Promise<void> {
  const until = Date.now() + leaseSeconds * 1000;
  for (;;) {
    try {
      return await retryContention(record);
    } catch (error) {
      const passes = databaseIsAway(error) || databaseIsBusy(error) || askedTooMuch(error);
      if (!passes || Date.now() > until) throw error;
      await new Promise((resume) => setTimeout(resume, pauseMs));
    }
  }
}
