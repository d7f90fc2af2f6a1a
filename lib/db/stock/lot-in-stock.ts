import { Prisma } from '#lib/db/generated/client';
import { figuresOfItem } from './find-stock-items.ts';
import { holdOfLot, isOpenRecall, isRecorded, knownSince, wholeIsRecalled } from './stock-sql.ts';

/** The lot `l` of the stock item `s` has recorded stock; where the shelf is unknown, nobody observed that it is empty. */
function isThere(tenantId: string): Prisma.Sql {
  return Prisma.sql`(${isRecorded(tenantId)}
    or (${knownSince('l')} is null and coalesce((l.registers->'observedOnHand'->>'v')::numeric, 1) > 0))`;
}

/** The item `s` has some without a lot number, or nobody knows anything of its shelf. */
function isThereWithoutLot(tenantId: string): Prisma.Sql {
  return Prisma.sql`(exists (select from "StockBalance" b where b."tenantId" = ${tenantId} and b."stockItemId" = s.id
      and b."lotNumber" = '' and b.quantity > 0)
    or (${knownSince('s')} is null and not exists (select from "Lot" n where n."tenantId" = ${tenantId} and n."stockItemId" = s.id)
      and coalesce((s.registers->'observedOnHand'->>'v')::numeric, 1) > 0))`;
}

/** The subject of an alert about a lot: that lot, or each of the stock item's where it names none. */
function lotsOf(tenantId: string): Prisma.Sql {
  return Prisma.sql`"Lot" l join "StockItem" s on s."tenantId" = ${tenantId} and s.id = l."stockItemId"
    where l."tenantId" = ${tenantId} and l."stockItemId" = a."stockItemId" and (a."lotNumber" is null or l."lotNumber" = a."lotNumber")`;
}

function ofItem(tenantId: string, what: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(a."lotNumber" is null and exists (select from "StockItem" s where s."tenantId" = ${tenantId} and s.id = a."stockItemId" and ${what}))`;
}

function namedBy(tenantId: string): Prisma.Sql {
  return Prisma.sql`"RecallLot" rl join "RecallCase" c on c."tenantId" = ${tenantId} and c.id = rl."recallId"
    where rl."tenantId" = ${tenantId} and rl."stockItemId" = a."stockItemId" and rl."lotNumber" is not distinct from a."lotNumber"`;
}

/** A recall is open while its case is open, and its stock is quarantined for it and there. */
function recallStands(tenantId: string, open: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`exists (select from ${namedBy(tenantId)} and ${open}) and (
    exists (select from ${lotsOf(tenantId)} and ${holdOfLot} = 'recalled' and ${isThere(tenantId)})
    or ${ofItem(tenantId, Prisma.sql`${wholeIsRecalled} and ${isThereWithoutLot(tenantId)}`)})`;
}

/** Where no lot is named, those count that expire no later than reported, or at an unknown date. */
function expiryStands(tenantId: string): Prisma.Sql {
  return Prisma.sql`exists (select from ${lotsOf(tenantId)} and ${isThere(tenantId)} and (a."lotNumber" is not null
      or l."expiryDate" is null or not l."expiryDate" > (a.registers->'expiryDate'->>'v')::date
      or (not a.registers ? 'expiryDate' and l."expiryDate" <= a."raisedAt"::date + coalesce((a.registers->'horizonDays'->>'v')::int, 90))))
    or ${ofItem(tenantId, isThereWithoutLot(tenantId))}`;
}

/**
 * The time at which an alert's subject was last well, or may have been: delivered anew, found on the shelf, released, its case closed. An
 * acknowledgement before that was of an earlier alert. ISO text, null: never.
 */
function wellSince(tenantId: string): Prisma.Sql {
  const found = Prisma.sql`max(n.registers->'countedAt'->>'v') from "StockCount" n where n."tenantId" = ${tenantId} and n."stockItemId" = a."stockItemId"`;
  const more = Prisma.sql`n.quantity > coalesce((n.registers->'expected'->>'v')::numeric, 0)`;
  const item = Prisma.sql`"StockItem" s where s."tenantId" = ${tenantId} and s.id = a."stockItemId"`;
  return Prisma.sql`select max(at) from (
    select s.registers->'lastReceivedAt'->>'v' as at from ${item} and (a.kind = 'reorder' or (a.kind <> 'countersign' and a."lotNumber" is null))
    union all select l.registers->'lastReceivedAt'->>'v' from ${lotsOf(tenantId)} and a.kind in ('expiry', 'recall')
    union all select l.registers->'released'->>'at' from ${lotsOf(tenantId)} and a.kind in ('reorder', 'recall')
    union all select ${found} and a.kind = 'reorder' and ${more}
    union all select ${found} and a.kind in ('expiry', 'recall') and (a."lotNumber" is null or n."lotNumber" = a."lotNumber")
      and (n.quantity = 0 or (${more} and coalesce((n.registers->'expected'->>'v')::numeric, 0) <= 0))
    union all select max(m.registers->'movedAt'->>'v') from "StockMovement" m where m."tenantId" = ${tenantId} and m."stockItemId" = a."stockItemId"
      and a.kind = 'reorder' and m.kind = 'correction' and m.quantity > 0
    union all select c.registers->'closing'->>'at' from ${namedBy(tenantId)} and a.kind = 'recall'
  ) w`;
}

/**
 * The state of the alert `a`: healed once its subject is well again (stock received or counted above the point, the lot gone or released,
 * the recall closed, a second person signed); acknowledged while it is open and a person has acknowledged it since it began.
 */
export function alertIsOpen(tenantId: string, today: string, reopenedRecalls: readonly string[]): Prisma.Sql {
  const open = isOpenRecall(reopenedRecalls);
  return Prisma.sql`select case when not coalesce(case a.kind
      when 'reorder' then (select z.below ${figuresOfItem(tenantId, today)} where s."tenantId" = ${tenantId} and s.id = a."stockItemId")
      when 'expiry' then ${expiryStands(tenantId)}
      when 'recall' then ${recallStands(tenantId, open)}
      when 'countersign' then (select d.countersign in ('missing', 'self') from "Dispense" d where d."tenantId" = ${tenantId} and d.id = a."dispenseId")
    end, a.kind <> 'countersign') then 'healed'
    when a.registers->'acknowledgedAt'->>'v' >= coalesce((${wellSince(tenantId)}), '') then 'acknowledged' else 'open' end as state`;
}
