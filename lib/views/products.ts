import { findProducts, namelessCodes, namelessPatients } from '#lib/db/find-products';
import { inTenant } from '#lib/db/in-tenant';
import type { Account } from '#lib/domain/account';
import { entered } from '#lib/domain/directory';
import { extentOf } from '#lib/domain/permission';
import { Forbidden } from '#lib/domain/refusal';
import type { Page } from '#lib/queries/page';
import type { Nameless, ProductRow } from '#lib/queries/product';
import { decodeCursor, encodeCursor } from './cursor.ts';

export type ProductsAsking = { readonly cursor?: string | undefined; readonly limit: number };

/** A page of the product directory. */
export async function listProducts({ scope }: Account, asking: ProductsAsking): Promise<Page<ProductRow>> {
  const { tenantId } = scope;
  const [after] = decodeCursor(asking.cursor, ['text']) ?? [];
  const found = await inTenant(scope, (tx) => findProducts(tx, tenantId, after ?? null, asking.limit + 1));
  const shown = found.slice(0, asking.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ id, registers, codes }) => ({
      ...{ id, codes, display: entered(registers, 'display'), unit: entered(registers, 'unit') },
      schedule: entered(registers, 'schedule'),
      reorderPoint: entered(registers, 'reorderPoint'),
    })),
    nextCursor: found.length > shown.length && last ? encodeCursor([last.id]) : null,
  };
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
