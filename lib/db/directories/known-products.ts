import type { Tx } from '#lib/db/base/in-tenant';
import { stableId } from '#lib/db/base/stable-id';
import { loadRows } from '#lib/db/ledger/projections/projection-rows';
import { productFields } from '#lib/domain/directories/directory';
import { codesNamed, type KnownProducts, type ProductRowOfFile } from '#lib/domain/directories/plan-products';
import type { Row } from '#lib/domain/ledger/fold';
import { enteredFields } from './entered-fields.ts';
import { productsMeant } from './product-directory.ts';

/** Reads the directory's entries for the codes that a file's rows name. */
export async function knownProducts(
  tx: Tx,
  tenantId: string,
  rows: readonly ProductRowOfFile[],
): Promise<KnownProducts> {
  const named = rows.flatMap((row) => codesNamed(row).map(([, code]) => code));
  const codes = await productsMeant(tx, tenantId, named);
  const products = new Map<string, Row>();
  await loadRows(tx, tenantId, 'product', 'id', codes.values(), products);
  return {
    codes,
    products: new Map([...products].map(([id, row]) => [id, enteredFields(row, productFields)])),
    newId: (row) => `product:${stableId(tenantId, ...codesNamed(row).map(([, code]) => code))}`,
  };
}
