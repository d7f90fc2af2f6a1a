import type { Tx } from '#lib/db/base/in-tenant';

/** The number of these ids that are stock items of the tenant. */
export function countKnownItems(tx: Tx, tenantId: string, ids: readonly string[]): Promise<number> {
  return tx.stockItem.count({ where: { tenantId, id: { in: [...ids] } } });
}

export async function isStockItem(tx: Tx, tenantId: string, id: string): Promise<boolean> {
  return (await tx.stockItem.findUnique({ where: { tenantId_id: { tenantId, id } }, select: { id: true } })) !== null;
}

/** The stock items of some product codes, wherever they lie. */
export async function itemsOfProducts(tx: Tx, tenantId: string, codes: readonly string[]): Promise<readonly string[]> {
  if (codes.length === 0) return [];
  const rows = await tx.stockItem.findMany({
    where: { tenantId, productCode: { in: [...codes] } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

export type LotBalance = { readonly unit: string; readonly quantity: string };

/** The recorded stock of one lot of a stock item in one bucket, in each unit; '' is stock without a lot number. */
export async function balancesOf(
  tx: Tx,
  tenantId: string,
  lot: { readonly stockItemId: string; readonly lotNumber: string; readonly bucket: string },
): Promise<readonly LotBalance[]> {
  const { stockItemId, lotNumber, bucket } = lot;
  const rows = await tx.stockBalance.findMany({ where: { tenantId, stockItemId, lotNumber, bucket } });
  return rows.map(({ unit, quantity }) => ({ unit, quantity: quantity.toFixed() }));
}
