import { acknowledgeAlert } from '#lib/commands/acknowledge-alert';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/idempotency-key';
import { acknowledgeBody } from '#lib/http/stock-requests';

export const POST = route(
  { permission: 'alerts.act', body: acknowledgeBody },
  async ({ request, account, body, requestId }) =>
    acknowledgeAlert(account, body, idempotencyKeyOf(request), requestId),
);
