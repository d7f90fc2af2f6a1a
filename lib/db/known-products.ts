import { productFields } from '#lib/domain/directory';
import type { Row } from '#lib/domain/fold';
import { codesNamed, type KnownProducts, type ProductRowOfFile } from '#lib/domain/plan-products';
import { enteredFields } from './entered-fields.ts';
import type { Tx } from './in-tenant.ts';
import { productsMeant } from './product-directory.ts';
import { loadRows } from './projection-rows.ts';
import { stableId } from './stable-id.ts';

/** Reads what the directory holds of the codes that a file's rows name. */
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
