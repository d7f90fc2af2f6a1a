import { endMute } from '#lib/commands/flow/mute-incident';
import { route } from '#lib/http';
import { endMuteBody } from '#lib/http/flow/flow-schema';

export const POST = route({ permission: 'flow.act', body: endMuteBody }, async ({ account, body, requestId }) =>
  endMute(account, body, requestId),
);
