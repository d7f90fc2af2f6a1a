import { decideExpiry } from '#lib/commands/lot-acts';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/idempotency-key';
import { decideBody, rowParams } from '#lib/http/stock-requests';

export const POST = route(
  { permission: 'stock.act', params: rowParams, body: decideBody },
  async ({ request, account, params, body, requestId }) =>
    decideExpiry(account, params.id, body, idempotencyKeyOf(request), requestId),
);
