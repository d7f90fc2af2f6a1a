import { disposeReturn } from '#lib/commands/stock/dispose-return';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { disposeBody, rowParams } from '#lib/http/stock/stock-schema';

export const POST = route(
  { permission: 'stock.act', params: rowParams, body: disposeBody },
  async ({ request, account, params, body, requestId }) =>
    disposeReturn(account, params.id, body, idempotencyKeyOf(request), requestId),
);
