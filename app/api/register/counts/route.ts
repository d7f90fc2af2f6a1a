import { countStock } from '#lib/commands/stock/count-stock';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { countBody } from '#lib/http/stock/stock-schema';

/** A count entered on a page of the register: the same action as on any shelf. */
export const POST = route({ permission: 'stock.act', body: countBody }, async ({ request, account, body, requestId }) =>
  countStock(account, body, idempotencyKeyOf(request), requestId),
);
