import { assignRecall } from '#lib/commands/recall-acts';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/idempotency-key';
import { assignRecallBody, recallParams } from '#lib/http/recall-bodies';

export const POST = route(
  { permission: 'recalls.act', params: recallParams, body: assignRecallBody },
  async ({ request, account, params, body, requestId }) =>
    assignRecall(account, params.id, body, { key: idempotencyKeyOf(request), requestId }),
);
