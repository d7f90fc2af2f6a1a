import { classifyRecall } from '#lib/commands/recalls/recall-actions';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { classifyBody, recallParams } from '#lib/http/recalls/recall-schema';

export const POST = route(
  { permission: 'recalls.act', params: recallParams, body: classifyBody },
  async ({ request, account, params, body, requestId }) =>
    classifyRecall(account, params.id, body, { key: idempotencyKeyOf(request), requestId }),
);
