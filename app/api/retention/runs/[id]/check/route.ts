import { route } from '#lib/http';
import { runParams } from '#lib/http/retention-bodies';
import { checkRun } from '#lib/views/purge-runs';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'retention.manage', params: runParams }, async ({ account, params }) =>
  checkRun(account, params.id),
);
