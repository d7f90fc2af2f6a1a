import { closeRecall } from '#lib/commands/recalls/close-recall';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { closeRecallBody, recallParams } from '#lib/http/recalls/recall-schema';

export const POST = route(
  { permission: 'recalls.close', params: recallParams, body: closeRecallBody },
  async ({ request, account, params, body, requestId }) =>
    closeRecall(account, params.id, body.stock, { key: idempotencyKeyOf(request), requestId }),
);
