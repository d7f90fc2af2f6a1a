import { route } from '#lib/http';
import { replayItemList, replayParams } from '#lib/http/replays/replay-schema';
import { listReplayItems, replayItemsCsv } from '#lib/views/replays/replay-items';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'dead-letters.read', params: replayParams, query: replayItemList },
  async ({ account, params, query, requestId }) => {
    const { format, ...asking } = query;
    return format === 'csv'
      ? replayItemsCsv(account, params.id, asking, requestId)
      : listReplayItems(account, params.id, asking);
  },
);
