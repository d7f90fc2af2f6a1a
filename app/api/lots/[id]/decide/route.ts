import { decideExpiry } from '#lib/commands/stock/lot-actions';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { decideBody, rowParams } from '#lib/http/stock/stock-schema';

export const POST = route(
  { permission: 'stock.act', params: rowParams, body: decideBody },
  async ({ request, account, params, body, requestId }) =>
    decideExpiry(account, params.id, body, idempotencyKeyOf(request), requestId),
);
