import { sqlState } from '#lib/db/base/sql-state';
import { Contended } from './record-locks.ts';

const passing: ReadonlySet<string | null> = new Set(['40P01', '40001', '55P03']);

/** A caller that has waited so long already gets the error, and does not wait once more. */
const patienceMs = 5_000;

/** A transaction that met another one on the same records wrote nothing: it is tried again, a little later each time. */
export async function retryContention<T>(work: () => Promise<T>, times = 8, mostMs = patienceMs): Promise<T> {
  const began = performance.now();
  for (let tried = 1; ; tried++) {
    try {
      return await work();
    } catch (error) {
      if (
        tried > times ||
        performance.now() - began > mostMs ||
        !(error instanceof Contended || passing.has(sqlState(error)))
      )
        throw error;
      await new Promise((resume) => setTimeout(resume, 10 * tried * (1 + Math.random())));
    }
  }
}
