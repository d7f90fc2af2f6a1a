import { changeProduct } from '#lib/commands/change-product';
import { route } from '#lib/http';
import { productBody, productParams } from '#lib/http/directory-bodies';
import { idempotencyKeyOf } from '#lib/http/idempotency-key';

export const POST = route(
  { permission: 'products.edit', params: productParams, body: productBody },
  async ({ request, account, params: { id }, body, requestId }) =>
    changeProduct(account, { id, key: idempotencyKeyOf(request), requestId }, body),
);
