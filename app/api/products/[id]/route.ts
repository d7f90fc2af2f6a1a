import { changeProduct } from '#lib/commands/directories/change-product';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { productBody, productParams } from '#lib/http/directories/directory-schema';

export const POST = route(
  { permission: 'products.edit', params: productParams, body: productBody },
  async ({ request, account, params: { id }, body, requestId }) =>
    changeProduct(account, { id, key: idempotencyKeyOf(request), requestId }, body),
);
