import { z } from 'zod';
import { route } from '#lib/http';
import { paging } from '#lib/http/base/list-query';
import { recallParams } from '#lib/http/recalls/recall-schema';
import { recallLog } from '#lib/views/recalls/recall-log';

export const dynamic = 'force-dynamic';

/** The pharmacy's: it names every patient who was called. */
export const GET = route(
  { permission: 'recalls.act', params: recallParams, query: z.object(paging) },
  async ({ account, params, query, requestId }) => recallLog(account, params.id, query, requestId),
);
