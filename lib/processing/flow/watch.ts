import { acrossTenants } from '#lib/db/base/across-tenants';
import { everyTenant } from '#lib/db/stock/unalerted-expiries';
import { env } from '#lib/env';
import { log } from '#lib/observability/log';
import { repeating } from '#lib/processing/base/repeating';
import { sendCanary } from './send-canary.ts';
import { watchFlow } from './watch-flow.ts';

/** Work left undone by a stop is done first, and is no incident. */
const firstLookMs = 20_000;
const atOnce = 4;

/** Each tenant's turn, a few at a time; one that fails holds up nobody. */
async function forEachTenant(name: string, turn: (tenantId: string) => Promise<unknown>): Promise<void> {
  const queue = (await acrossTenants(everyTenant)).values();
  const worker = async () => {
    for (const tenantId of queue)
      await turn(tenantId).catch((error: unknown) => log('warn', `${name}.failed`, { tenantId, error }));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Examines every tenant's flow and sends its self-tests, until stopped. */
export function startWatch(): { readonly stop: () => Promise<void> } {
  const { CANARY_URL, CANARY_SECONDS, WATCH_SECONDS } = env();
  const began = Date.now();
  const every = CANARY_URL === undefined ? 0 : CANARY_SECONDS;
  if (every === 0) log('info', 'canary.off');
  const look = async () => {
    if (Date.now() - began < Math.min(firstLookMs, 2_000 * WATCH_SECONDS)) return;
    await forEachTenant('flow', (tenantId) => watchFlow(tenantId, every));
  };
  const fly = async () => {
    if (CANARY_URL !== undefined && every > 0)
      await forEachTenant('canary', (tenantId) => sendCanary(tenantId, CANARY_URL, every));
  };
  const stopLooking = repeating(WATCH_SECONDS * 1000, 'flow', look);
  const stopFlying = repeating(Math.min(5, every || 5) * 1000, 'canary', fly);
  return {
    stop: async () => {
      // One that is under way may wait long for an answer, and may be dropped.
      void stopFlying();
      await stopLooking();
    },
  };
}
