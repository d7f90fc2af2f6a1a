import { z } from 'zod';
import { changeProduct } from '#lib/commands/directories/change-product';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { paging } from '#lib/http/base/list-query';
import { newProductBody } from '#lib/http/directories/directory-schema';
import { listProducts } from '#lib/views/directories/products';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'products.read', query: z.object(paging) }, async ({ account, query }) =>
  listProducts(account, query),
);

export const POST = route(
  { permission: 'products.edit', body: newProductBody },
  async ({ request, account, body, requestId }) =>
    changeProduct(account, { id: null, key: idempotencyKeyOf(request), requestId }, body),
);
