import { z } from 'zod';
import { route } from '#lib/http';
import { paging } from '#lib/http/base/list-query';
import { replayParams } from '#lib/http/replays/replay-schema';
import { listNewer } from '#lib/views/replays/replay-changes';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'dead-letters.read', params: replayParams, query: z.object(paging) },
  async ({ account, params, query }) => listNewer(account, params.id, query),
);
