import { route } from '#lib/http';
import { replayChangeList, replayParams } from '#lib/http/replays/replay-schema';
import { listChanges } from '#lib/views/replays/replay-changes';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'dead-letters.read', params: replayParams, query: replayChangeList },
  async ({ account, params, query }) => listChanges(account, params.id, query),
);
