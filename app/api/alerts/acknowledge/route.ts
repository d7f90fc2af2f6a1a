import { acknowledgeAlert } from '#lib/commands/stock/acknowledge-alert';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { acknowledgeBody } from '#lib/http/stock/stock-schema';

export const POST = route(
  { permission: 'alerts.act', body: acknowledgeBody },
  async ({ request, account, body, requestId }) =>
    acknowledgeAlert(account, body, idempotencyKeyOf(request), requestId),
);
