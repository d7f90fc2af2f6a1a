import { movePurge } from '#lib/commands/retention/purge-run';
import { route } from '#lib/http';
import { movePurgeBody, runParams } from '#lib/http/retention/retention-schema';

export const POST = route(
  { permission: 'retention.manage', params: runParams, body: movePurgeBody },
  async ({ account, params, body, requestId }) => movePurge(account, params.id, body.state, requestId),
);
