import { changeReplayState } from '#lib/commands/replays/run-replay';
import { route } from '#lib/http';
import { replayParams } from '#lib/http/replays/replay-schema';

export const POST = route({ permission: 'replays.run', params: replayParams }, async ({ account, params, requestId }) =>
  changeReplayState(account, params.id, 'cancel', requestId),
);
