import { accountOf } from '#lib/auth/request-session';
import { route } from '#lib/http';
import { atShutdown } from '#lib/http/base/at-shutdown';
import { eventStream } from '#lib/http/base/event-stream';
import { follow } from '#lib/views/base/stale-keys';

export const dynamic = 'force-dynamic';

const beatMs = 10_000;

/** Server-sent events: `change` names the query keys that went stale, `beat` every ten seconds shows that the connection is alive. Ends with the session. */
export const GET = route({ permission: 'live.follow' }, async ({ request, scope }) =>
  eventStream(request.signal, ({ send, close }) => {
    const beat = async () => {
      if ((await accountOf(request)) === null) return close();
      send('beat', { at: new Date().toISOString() });
    };
    const timer = setInterval(() => void beat().catch(close), beatMs);
    const unfollow = follow(scope, (keys) => send('change', { keys, at: new Date().toISOString() }), close);
    const forget = atShutdown(async () => close());
    send('beat', { at: new Date().toISOString() });
    return () => {
      clearInterval(timer);
      unfollow();
      forget();
    };
  }),
);
