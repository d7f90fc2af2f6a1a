import { changeProduct } from '#lib/commands/directories/change-product';
import { productsList } from '#lib/contract/directories/products-list';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { newProductBody } from '#lib/http/directories/directory-schema';
import { listProducts } from '#lib/views/directories/products';
import { listRoute } from '../list-route.ts';

export const dynamic = 'force-dynamic';

export const GET = listRoute(productsList, listProducts);

export const POST = route(
  { permission: 'products.edit', body: newProductBody },
  async ({ request, account, body, requestId }) =>
    changeProduct(account, { id: null, key: idempotencyKeyOf(request), requestId }, body),
);
