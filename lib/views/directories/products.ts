import type { PageAsked } from '#lib/contract/base/list';
import type { Page } from '#lib/contract/base/page';
import type { Nameless, ProductRow } from '#lib/contract/directories/product';
import type { productsList } from '#lib/contract/directories/products-list';
import { inTenant } from '#lib/db/base/in-tenant';
import { findProducts, namelessCodes, namelessPatients } from '#lib/db/directories/find-products';
import type { Account } from '#lib/domain/access/account';
import { extentOf } from '#lib/domain/access/permission';
import { Forbidden } from '#lib/domain/base/refusal';
import { entered } from '#lib/domain/directories/directory';
import { decodeCursor } from '#lib/views/base/cursor';
import { oneMore, pageOf } from '#lib/views/base/page-of';

/** A page of the product directory, by id. */
export async function listProducts(
  { scope }: Account,
  { cursor, limit }: PageAsked<typeof productsList>,
): Promise<Page<ProductRow>> {
  const after = decodeCursor(cursor, ['text']);
  const found = await inTenant(scope, (tx) => findProducts(tx, scope.tenantId, { after, limit: oneMore(limit) }));
  const { rows, nextCursor } = pageOf(found, limit, ({ id }) => [id]);
  const items = rows.map(({ id, registers, codes }) => ({
    ...{ id, codes, display: entered(registers, 'display'), unit: entered(registers, 'unit') },
    schedule: entered(registers, 'schedule'),
    reorderPoint: entered(registers, 'reorderPoint'),
  }));
  return { items, nextCursor };
}

const mostNameless = 200;

/** The codes that screens still show in place of a medicine's name, at most 200. */
export async function listNamelessCodes({ scope }: Account): Promise<Page<Nameless>> {
  const ids = await inTenant(scope, (tx) => namelessCodes(tx, scope.tenantId, mostNameless));
  return { items: ids.map((id) => ({ id })), nextCursor: null };
}

/** The patients whom screens still show by their id, at most 200. For those who keep the whole directory. */
export async function listNamelessPatients({ scope }: Account): Promise<Page<Nameless>> {
  if (extentOf(scope, 'directories.edit') !== 'tenant')
    throw new Forbidden({ kind: 'permission', id: 'directories.edit' });
  const ids = await inTenant(scope, (tx) => namelessPatients(tx, scope.tenantId, mostNameless));
  return { items: ids.map((id) => ({ id })), nextCursor: null };
}
