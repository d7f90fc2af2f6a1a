import { classifyRecall } from '#lib/commands/recall-acts';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/idempotency-key';
import { classifyBody, recallParams } from '#lib/http/recall-bodies';

export const POST = route(
  { permission: 'recalls.act', params: recallParams, body: classifyBody },
  async ({ request, account, params, body, requestId }) =>
    classifyRecall(account, params.id, body, { key: idempotencyKeyOf(request), requestId }),
);
