import { z } from 'zod';
import { changeProduct } from '#lib/commands/change-product';
import { route } from '#lib/http';
import { paging } from '#lib/http/asked-list';
import { newProductBody } from '#lib/http/directory-bodies';
import { idempotencyKeyOf } from '#lib/http/idempotency-key';
import { listProducts } from '#lib/views/products';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'products.read', query: z.object(paging) }, async ({ account, query }) =>
  listProducts(account, query),
);

export const POST = route(
  { permission: 'products.edit', body: newProductBody },
  async ({ request, account, body, requestId }) =>
    changeProduct(account, { id: null, key: idempotencyKeyOf(request), requestId }, body),
);
