import { releaseLot } from '#lib/commands/stock/lot-actions';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { lotHoldSchema, rowParams } from '#lib/http/stock/stock-schema';

export const POST = route(
  { permission: 'lots.release', params: rowParams, body: lotHoldSchema },
  async ({ request, account, params, body, requestId }) =>
    releaseLot(account, params.id, body.reason, idempotencyKeyOf(request), requestId),
);
