import { settleBounceCluster } from '#lib/commands/follow-ups/settle-bounce-cluster';
import { route } from '#lib/http';
import { incidentParams } from '#lib/http/follow-ups/follow-up-schema';

export const POST = route(
  { permission: 'incidents.act', params: incidentParams },
  async ({ account, params, requestId }) => settleBounceCluster(account, params.key, requestId),
);
