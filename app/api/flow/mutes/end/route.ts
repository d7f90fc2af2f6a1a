import { endMute } from '#lib/commands/mute-incident';
import { route } from '#lib/http';
import { endMuteBody } from '#lib/http/flow-bodies';

export const POST = route({ permission: 'flow.act', body: endMuteBody }, async ({ account, body, requestId }) =>
  endMute(account, body, requestId),
);
