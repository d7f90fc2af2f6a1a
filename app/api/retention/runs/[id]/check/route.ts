import { route } from '#lib/http';
import { runParams } from '#lib/http/retention/retention-schema';
import { checkRun } from '#lib/views/retention/purge-runs';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'retention.manage', params: runParams }, async ({ account, params }) =>
  checkRun(account, params.id),
);
