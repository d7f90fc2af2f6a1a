import { reviewDispenses } from '#lib/commands/dispenses/review-dispenses';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { reviewBody } from '#lib/http/stock/stock-schema';

/** One or many, all or none. */
export const POST = route(
  { permission: 'dispenses.review', body: reviewBody },
  async ({ request, account, body, requestId }) =>
    reviewDispenses(account, body.ids, idempotencyKeyOf(request), requestId),
);
