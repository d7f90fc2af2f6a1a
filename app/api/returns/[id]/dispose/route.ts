import { disposeReturn } from '#lib/commands/dispose-return';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/idempotency-key';
import { disposeBody, rowParams } from '#lib/http/stock-requests';

export const POST = route(
  { permission: 'stock.act', params: rowParams, body: disposeBody },
  async ({ request, account, params, body, requestId }) =>
    disposeReturn(account, params.id, body, idempotencyKeyOf(request), requestId),
);
