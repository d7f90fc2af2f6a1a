import { startPurge } from '#lib/commands/retention/purge-run';
import { purgeRunsList } from '#lib/contract/retention/retention-lists';
import { route } from '#lib/http';
import { listSchema } from '#lib/http/base/list-schema';
import { whyBody } from '#lib/http/retention/retention-schema';
import { listRuns, runsCsv } from '#lib/views/retention/purge-runs';

export const dynamic = 'force-dynamic';

/** The file has lines of its own: one for each purge and type of event. */
export const GET = route(
  { permission: 'retention.manage', query: listSchema(purgeRunsList) },
  async ({ account, query: { format, cursor, limit }, requestId }) =>
    format === 'csv' ? runsCsv(account, requestId) : listRuns(account, { cursor, limit }),
);

export const POST = route({ permission: 'retention.manage', body: whyBody }, async ({ account, body, requestId }) =>
  Response.json(await startPurge(account, body.reason, requestId), { status: 202 }),
);
