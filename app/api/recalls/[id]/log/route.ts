import { z } from 'zod';
import { route } from '#lib/http';
import { paging } from '#lib/http/asked-list';
import { recallParams } from '#lib/http/recall-bodies';
import { recallLog } from '#lib/views/recall-log';

export const dynamic = 'force-dynamic';

/** The pharmacy's: it names every patient who was called. */
export const GET = route(
  { permission: 'recalls.act', params: recallParams, query: z.object(paging) },
  async ({ account, params, query, requestId }) => recallLog(account, params.id, query, requestId),
);
