import type { Tx } from './in-tenant.ts';

export type KeptLot = {
  readonly stockItemId: string;
  readonly lotNumber: string;
  readonly productCode: string | null;
  readonly product: string | null;
  readonly expiryDate: string | null;
  /** The latest case that names it. */
  readonly recallId: string | null;
};

/** Every lot that we hold or ever held: what was given out counts as much as what is on the shelf. The product's name is the sender's, else the directory's. */
export function keptLots(tx: Tx, tenantId: string): Promise<KeptLot[]> {
  return tx.$queryRaw<KeptLot[]>`
    select k."stockItemId", k."lotNumber", s."productCode", coalesce(d.registers->'display'->>'v', s.registers->'display'->>'v') as product,
      to_char(k."expiryDate", 'YYYY-MM-DD') as "expiryDate",
      (select max(l."recallId") from "RecallLot" l where l."tenantId" = ${tenantId} and l."stockItemId" = k."stockItemId"
        and (l."lotNumber" is null or l."lotNumber" = k."lotNumber")) as "recallId"
    from "Lot" k
      left join "StockItem" s on s."tenantId" = ${tenantId} and s.id = k."stockItemId"
      left join "ProductCode" c on c."tenantId" = ${tenantId} and c.id = 'medication:' || s."productCode"
      left join "Product" d on d."tenantId" = ${tenantId} and d.id = c."productId"
    where k."tenantId" = ${tenantId} and k."stockItemId" is not null and k."lotNumber" is not null
    order by k."stockItemId", k."lotNumber"`;
}
