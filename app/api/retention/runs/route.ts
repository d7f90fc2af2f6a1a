import { startPurge } from '#lib/commands/retention/purge-run';
import { route } from '#lib/http';
import { runsQuery, whyBody } from '#lib/http/retention/retention-schema';
import { listRuns, runsCsv } from '#lib/views/retention/purge-runs';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'retention.manage', query: runsQuery }, async ({ account, query, requestId }) =>
  query.format === 'csv' ? runsCsv(account, requestId) : listRuns(account, query),
);

export const POST = route({ permission: 'retention.manage', body: whyBody }, async ({ account, body, requestId }) =>
  Response.json(await startPurge(account, body.reason, requestId), { status: 202 }),
);
