import { route } from '#lib/http';
import { recallParams } from '#lib/http/recall-bodies';
import { getRecall } from '#lib/views/recall-detail';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'recalls.read', params: recallParams }, async ({ account, params, requestId }) =>
  getRecall(account, params.id, requestId),
);
