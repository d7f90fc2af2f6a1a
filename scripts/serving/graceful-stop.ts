import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * The application's clean-up when its process ends: close streams at once, or wait for `answered` (the last answer is out) and then let go
 * of the database. Registered on `globalThis`, because Next bundles the application apart from the server that runs it.
 */
export type ShutdownHook = (answered: Promise<void>) => Promise<void>;

const key = Symbol.for('scriptline.shutdown');

export function shutdownHooks(): Set<ShutdownHook> {
  const found: unknown = Reflect.get(globalThis, key);
  if (found instanceof Set) return found;
  const made = new Set<ShutdownHook>();
  Reflect.set(globalThis, key, made);
  return made;
}

/** Accepts no more, lets answers that are on their way finish, runs the hooks; whatever is still open after `patienceMs` is cut. */
export async function stopServing(server: Server, patienceMs = 6_000): Promise<void> {
  const answered = closed(server);
  const hooks = [...shutdownHooks()].map((hook) => hook(answered));
  const all = Promise.allSettled([answered, ...hooks]);
  const patience = new AbortController();
  await Promise.race([all, wait(patienceMs, undefined, { signal: patience.signal }).catch(() => undefined)]);
  patience.abort();
  server.closeAllConnections();
}

async function closed(server: Server): Promise<void> {
  const done = new Promise<void>((resolve) => server.close(() => resolve()));
  // A kept-alive connection becomes idle only when its answer is out, and nobody else closes it then.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await done;
  clearInterval(sweep);
}
