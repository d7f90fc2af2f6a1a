import { figuresOfItem } from './find-stock-items.ts';
import { Prisma } from './generated/client.ts';

/**
 * The state of the alert `a`: healed once what it is about is well again (stock received or counted above the point, the lot gone or released, a
 * second person signed); acknowledged while it stands and somebody has seen it since.
 */
export function alertStands(tenantId: string, today: string): Prisma.Sql {
  const lot = Prisma.sql`"Lot" l where l."tenantId" = ${tenantId} and l."stockItemId" = a."stockItemId" and l."lotNumber" = a."lotNumber"`;
  return Prisma.sql`select case when not coalesce(case a.kind
      when 'reorder' then (select z.below ${figuresOfItem(tenantId, today)} where s."tenantId" = ${tenantId} and s.id = a."stockItemId")
      when 'expiry' then (select exists (select from "StockBalance" b where b."tenantId" = ${tenantId} and b."stockItemId" = l."stockItemId"
          and b."lotNumber" = l."lotNumber" and b.quantity > 0)
        or (not l.registers ? 'lastReceivedAt' and not l.registers ? 'lastCountedAt'
          and coalesce((l.registers->'observedOnHand'->>'v')::numeric, 1) > 0) from ${lot})
      when 'recall' then (select l.hold = 'recalled' from ${lot})
      when 'countersign' then (select d.countersign in ('missing', 'self') from "Dispense" d where d."tenantId" = ${tenantId} and d.id = a."dispenseId")
    end, a.kind <> 'countersign') then 'healed'
    when a.registers->'acknowledgedAt'->>'v' >= coalesce(case when a.kind = 'reorder' then (
      select coalesce(s.registers->'lastReceivedAt'->>'v', '') from "StockItem" s where s."tenantId" = ${tenantId} and s.id = a."stockItemId") end, '')
    then 'acknowledged' else 'open' end as state`;
}
