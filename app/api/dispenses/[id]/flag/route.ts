import { flagDispense } from '#lib/commands/dispenses/review-dispenses';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { flagBody, rowParams } from '#lib/http/stock/stock-schema';

export const POST = route(
  { permission: 'dispenses.review', params: rowParams, body: flagBody },
  async ({ request, account, params, body, requestId }) =>
    flagDispense(account, params.id, body.reason, idempotencyKeyOf(request), requestId),
);
