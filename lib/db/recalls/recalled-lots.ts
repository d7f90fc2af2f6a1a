import type { Tx } from '#lib/db/base/in-tenant';
import { isOpenRecall, sameProduct } from '#lib/db/stock/stock-sql';
import { normaliseLot } from '#lib/domain/stock/lot-number';
import { reopenedRecalls } from './reopened-recalls.ts';

type LotOfItem = { readonly stockItemId: string; readonly lotNumber?: string | undefined };

/** True when one of these lots is in an open recall: itself, or as the same lot of the same product held elsewhere. */
export async function areInOpenRecall(tx: Tx, tenantId: string, lots: readonly LotOfItem[]): Promise<boolean> {
  const open = isOpenRecall(await reopenedRecalls(tx, tenantId));
  const found = await tx.$queryRaw<{ one: number }[]>`
    select 1 as one from unnest(${lots.map((lot) => lot.stockItemId)}::text[], ${lots.map((lot) => normaliseLot(lot.lotNumber ?? ''))}::text[]) as w(item, lot)
      join "StockItem" s on s."tenantId" = ${tenantId} and s.id = w.item
      join "RecallLot" l on l."tenantId" = ${tenantId} and (l."lotNumber" = w.lot or (l."lotNumber" is null and l."stockItemId" = s.id))
      join "StockItem" n on n."tenantId" = ${tenantId} and n.id = l."stockItemId" and (n.id = s.id or ${sameProduct('n', 's')})
      join "RecallCase" c on c."tenantId" = ${tenantId} and c.id = l."recallId"
    where ${open} limit 1`;
  return found.length > 0;
}
