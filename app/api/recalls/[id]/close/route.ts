import { closeRecall } from '#lib/commands/close-recall';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/idempotency-key';
import { closeRecallBody, recallParams } from '#lib/http/recall-bodies';

export const POST = route(
  { permission: 'recalls.close', params: recallParams, body: closeRecallBody },
  async ({ request, account, params, body, requestId }) =>
    closeRecall(account, params.id, body.stock, { key: idempotencyKeyOf(request), requestId }),
);
