import { muteIncident } from '#lib/commands/mute-incident';
import { route } from '#lib/http';
import { muteBody } from '#lib/http/flow-bodies';

export const POST = route({ permission: 'flow.act', body: muteBody }, async ({ account, body, requestId }) =>
  muteIncident(account, body, requestId),
);
