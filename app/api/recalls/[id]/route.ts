import { route } from '#lib/http';
import { recallParams } from '#lib/http/recalls/recall-schema';
import { getRecall } from '#lib/views/recalls/recall-detail';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'recalls.read', params: recallParams }, async ({ account, params, requestId }) =>
  getRecall(account, params.id, requestId),
);
