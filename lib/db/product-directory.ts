import { entered } from '#lib/domain/directory';
import type { Row } from '#lib/domain/fold';
import type { Tx } from './in-tenant.ts';
import { loadRows } from './projection-rows.ts';

/** What the directory calls a sender's code (`medication:RxNorm|861007`); null where it has no entry. */
export type ProductNames = (code: string) => string | null;

/** Which product each code means; those that mean none are left out. */
export async function productsMeant(
  tx: Tx,
  tenantId: string,
  codes: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const means = new Map<string, Row>();
  await loadRows(tx, tenantId, 'productCode', 'id', codes, means);
  return new Map(
    [...means].flatMap(([code, row]) => {
      const productId = entered(row, 'productId');
      return productId === null ? [] : [[code, productId] as const];
    }),
  );
}

/** Reads the directory's names of the given codes: two statements, whatever their number. */
export async function productNamesOf(tx: Tx, tenantId: string, codes: Iterable<string>): Promise<ProductNames> {
  const means = await productsMeant(tx, tenantId, codes);
  const products = new Map<string, Row>();
  await loadRows(tx, tenantId, 'product', 'id', means.values(), products);
  return (code) => entered(products.get(means.get(code) ?? ''), 'display');
}
