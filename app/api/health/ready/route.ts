import { openRoute } from '#lib/http';
import { readiness } from '#lib/views/base/readiness';

export const dynamic = 'force-dynamic';

/**
 * 200 when the database is reachable, its migrations are applied, an event could be stored and a worker's heartbeat is fresh; else 503
 * naming the missing parts. Reports a rebuild too.
 */
export const GET = openRoute(async () => {
  const ready = await readiness();
  const status = ready.ready ? 200 : 503;
  return Response.json(ready, { status, headers: ready.ready ? {} : { 'retry-after': '2' } });
});
