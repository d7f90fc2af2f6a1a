import { actOnReplay } from '#lib/commands/run-replay';
import { route } from '#lib/http';
import { replayParams } from '#lib/http/replay-bodies';

export const POST = route({ permission: 'replays.run', params: replayParams }, async ({ account, params, requestId }) =>
  actOnReplay(account, params.id, 'resume', requestId),
);
