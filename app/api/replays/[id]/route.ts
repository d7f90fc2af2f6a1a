import { route } from '#lib/http';
import { replayParams } from '#lib/http/replays/replay-schema';
import { getReplay } from '#lib/views/replays/replays';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'dead-letters.read', params: replayParams }, async ({ account, params }) =>
  getReplay(account, params.id),
);
