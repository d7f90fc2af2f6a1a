import { muteIncident } from '#lib/commands/flow/mute-incident';
import { route } from '#lib/http';
import { muteBody } from '#lib/http/flow/flow-schema';

export const POST = route({ permission: 'flow.act', body: muteBody }, async ({ account, body, requestId }) =>
  muteIncident(account, body, requestId),
);
