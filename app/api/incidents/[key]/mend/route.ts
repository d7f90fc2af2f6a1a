import { mendIncident } from '#lib/commands/mend-incident';
import { route } from '#lib/http';
import { incidentParams } from '#lib/http/follow-up-bodies';

export const POST = route(
  { permission: 'incidents.act', params: incidentParams },
  async ({ account, params, requestId }) => mendIncident(account, params.key, requestId),
);
