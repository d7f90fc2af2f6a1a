import { settleWithin } from '#lib/db/base/within';
import { log } from '#lib/observability/log';

/** Longer than any round takes whose database answers. */
const longestMs = 60_000;

/**
 * Does a task now and every `ms`, one at a time: a round that is not over skips the next one, but one that hangs is left behind after
 * `mostMs`. Returns the function that stops it, which waits for the round under way.
 */
export function repeating(
  ms: number,
  name: string,
  task: () => Promise<unknown>,
  mostMs = longestMs,
): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let busy = false;
  const run = async () => {
    busy = true;
    await settleWithin(mostMs, task()).catch((error: unknown) => log('warn', `${name}.failed`, { error }));
    busy = false;
  };
  const timer = setInterval(() => {
    if (!busy) running = run();
  }, ms);
  running = run();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
