import type { Tx } from '#lib/db/base/in-tenant';
import type { LotHold } from '#lib/domain/stock/lot-hold';
import { holdOfLot, recallMeans } from './stock-sql.ts';

export type KeptLot = {
  readonly stockItemId: string;
  readonly lotNumber: string;
  readonly productCode: string | null;
  readonly product: string | null;
  readonly expiryDate: string | null;
  /** The latest case that names it. */
  readonly recallId: string | null;
};

/** Every lot that we hold or ever held: dispensed ones count as much as those on the shelf. The product's name is the source's, else the directory's. */
export function keptLots(tx: Tx, tenantId: string): Promise<KeptLot[]> {
  return tx.$queryRaw<KeptLot[]>`
    select k."stockItemId", k."lotNumber", s."productCode", coalesce(d.registers->'display'->>'v', s.registers->'display'->>'v') as product,
      to_char(k."expiryDate", 'YYYY-MM-DD') as "expiryDate",
      (select max(rl."recallId") from "RecallLot" rl left join "StockItem" rs on rs."tenantId" = ${tenantId} and rs.id = rl."stockItemId"
        where rl."tenantId" = ${tenantId} and ${recallMeans('k')}) as "recallId"
    from "Lot" k
      left join "StockItem" s on s."tenantId" = ${tenantId} and s.id = k."stockItemId"
      left join "ProductCode" c on c."tenantId" = ${tenantId} and c.id = 'medication:' || s."productCode"
      left join "Product" d on d."tenantId" = ${tenantId} and d.id = c."productId"
    where k."tenantId" = ${tenantId} and k."stockItemId" is not null and k."lotNumber" is not null
    order by k."stockItemId", k."lotNumber"`;
}

export type QuarantinedLot = { readonly stockItemId: string; readonly lotNumber: string; readonly hold: LotHold };

/** One lot of a stock item and whether it may be dispensed; null where there is none of that id. */
export async function heldLot(tx: Tx, tenantId: string, id: string): Promise<QuarantinedLot | null> {
  const [row] = await tx.$queryRaw<QuarantinedLot[]>`
    select l."stockItemId", l."lotNumber", ${holdOfLot} as hold
    from "Lot" l join "StockItem" s on s."tenantId" = ${tenantId} and s.id = l."stockItemId"
    where l."tenantId" = ${tenantId} and l.id = ${id} and l."lotNumber" is not null`;
  return row ?? null;
}
