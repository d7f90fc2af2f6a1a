import { z } from 'zod';
import { accountOf } from '#lib/auth/request-session';
import { route } from '#lib/http';
import { atShutdown } from '#lib/http/base/at-shutdown';
import { eventStream } from '#lib/http/base/event-stream';
import { follow, type StaleKeys } from '#lib/views/base/stale-keys';

export const dynamic = 'force-dynamic';

const beatMs = 10_000;

/** When the server began to render the page that opens the line, in milliseconds of its clock. */
const query = z.object({ since: z.coerce.number().int().min(0).optional() });

/**
 * Server-sent events: `change` names the query keys that went stale, with `since` first of all those that did since then; `beat` every ten seconds
 * says that the line is open. Ends with the session.
 */
export const GET = route({ permission: 'live.follow', query }, async ({ request, scope, query: { since } }) =>
  eventStream(request.signal, ({ send, close }) => {
    const beat = async () => {
      if ((await accountOf(request)) === null) return close();
      send('beat', { at: new Date().toISOString() });
    };
    const timer = setInterval(() => void beat().catch(close), beatMs);
    const stale = (keys: StaleKeys) => send('change', { keys, at: new Date().toISOString() });
    const unfollow = follow(scope, since ?? null, stale, close);
    const forget = atShutdown(async () => close());
    send('beat', { at: new Date().toISOString() });
    return () => {
      clearInterval(timer);
      unfollow();
      forget();
    };
  }),
);
