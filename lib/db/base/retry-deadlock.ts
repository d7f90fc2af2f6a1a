import { sqlState } from './sql-state.ts';

/** Deadlock and serialisation failure: nothing was written, and the same work may be tried at once. */
const passing: ReadonlySet<string | null> = new Set(['40P01', '40001']);

export async function retryDeadlock<T>(work: () => Promise<T>, times = 4): Promise<T> {
  for (let left = times; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || !passing.has(sqlState(error))) throw error;
    }
  }
}
