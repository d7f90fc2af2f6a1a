import { Prisma } from '#lib/db/generated/client';
import { demandDays } from '#lib/domain/stock/demand';

/** Two stock items are of one product: the same code in one system's words. */
export function sameProduct(a: string, b: string): Prisma.Sql {
  const [one, other] = [Prisma.raw(a), Prisma.raw(b)];
  return Prisma.sql`(${one}."productCode" = ${other}."productCode" and split_part(${one}.id, ':', 1) = split_part(${other}.id, ':', 1))`;
}

/** The lot `l` has expired on the tenant's day, null where nobody knows its date. As the index by date can answer it. */
export const hasExpired = (today: string) => Prisma.sql`l."expiryDate" < ${today}::date`;

/** The lot `l` has not expired and does so within some days. */
export const expiresWithin = (today: string, days: number) =>
  Prisma.sql`l."expiryDate" >= ${today}::date and l."expiryDate" <= ${today}::date + ${days}::int`;

/** The recorded stock has some of the lot `l`. */
export function isRecorded(tenantId: string): Prisma.Sql {
  return Prisma.sql`exists (select from "StockBalance" b where b."tenantId" = ${tenantId} and b."stockItemId" = l."stockItemId"
    and b."lotNumber" = l."lotNumber" and b.quantity > 0)`;
}

/**
 * True when the recalled lot `rl` (of the stock item `rs`, where that is known) means a lot of the stock item `s`: the one it names, with every lot where
 * it names none, or the same number of the same product at another stock item.
 */
export function recallMeans(lot: 'l' | 'k'): Prisma.Sql {
  const row = Prisma.raw(lot);
  return Prisma.sql`((rl."stockItemId" = ${row}."stockItemId" and (rl."lotNumber" is null or rl."lotNumber" = ${row}."lotNumber"))
    or (rl."lotNumber" = ${row}."lotNumber" and ${sameProduct('rs', 's')}))`;
}

/** The lot `l` was not released after this instant (ISO text). */
const notReleasedSince = (at: Prisma.Sql) => Prisma.sql`coalesce(l.registers->'released'->>'at', '') <= ${at}`;

/**
 * Condition that a lot is recalled: itself, with every lot of its stock item, or as the same lot of the same product held elsewhere. Stock
 * elsewhere stays quarantined until it is released there. Needs `l` and `s`.
 */
const isRecalled = Prisma.sql`(l.hold = 'recalled'
  or exists (select from "RecallLot" c where c."tenantId" = l."tenantId" and c."stockItemId" = l."stockItemId" and c."lotNumber" is null
    and ${notReleasedSince(Prisma.sql`coalesce(c.registers->'recalledAt'->>'v', '')`)})
  or exists (select from "Lot" o join "StockItem" os on os."tenantId" = o."tenantId" and os.id = o."stockItemId"
    where o."tenantId" = l."tenantId" and o."lotNumber" = l."lotNumber" and o.registers ? 'recalled' and o.id <> l.id
      and ${sameProduct('os', 's')} and ${notReleasedSince(Prisma.sql`o.registers->'recalled'->>'at'`)}))`;

/** The quarantine state of the lot `l` of the stock item `s`, wherever the quarantine was set: a `LotHold`. */
export const holdOfLot = Prisma.sql`case when ${isRecalled} then 'recalled' else l.hold end`;

/**
 * Condition that the stock item `s`'s stock without a lot number is recalled: with every lot of it, until the case is closed and the shelf
 * was counted as empty since. Nobody can release a lot that has no number.
 */
export const wholeIsRecalled = Prisma.sql`exists (select from "RecallLot" c where c."tenantId" = s."tenantId" and c."stockItemId" = s.id and c."lotNumber" is null
  and not (exists (select from "RecallCase" k where k."tenantId" = s."tenantId" and k.id = c."recallId" and k.registers->'state'->>'v' = 'closed')
    and exists (select from "StockCount" n where n."tenantId" = s."tenantId" and n."stockItemId" = s.id and n."lotNumber" is null and n.quantity = 0
      and n."countedAt" >= (c.registers->'recalledAt'->>'v')::timestamptz)))`;

/** The part that a balance belongs to, on the tenant's day. Needs `b`, `l` (its lot, or nothing) and `s`. */
export function partOf(today: string): Prisma.Sql {
  return Prisma.sql`case when (l.id is not null and ${isRecalled}) or (b."lotNumber" = '' and ${wholeIsRecalled}) then 'recalled'
    when b.bucket = 'quarantine' or l.hold = 'quarantined' then 'held'
    when ${hasExpired(today)} then 'expired' else 'usable' end`;
}

/** The balances of the stock item `s`, each with its part: `unit`, `part`, `quantity`, `expiryDate`, `lotId`. */
export function balancesOfItem(tenantId: string, today: string): Prisma.Sql {
  return Prisma.sql`select b.unit, b.quantity, l.id as "lotId", l."expiryDate", ${partOf(today)} as part
    from "StockBalance" b left join "Lot" l
      on l."tenantId" = ${tenantId} and l."stockItemId" = b."stockItemId" and l."lotNumber" = b."lotNumber"
    where b."tenantId" = ${tenantId} and b."stockItemId" = s.id and b.quantity <> 0`;
}

/** The balances of the lot `l` of the stock item `s`. */
export function balancesOfLot(tenantId: string, today: string): Prisma.Sql {
  return Prisma.sql`select b.unit, b.quantity, ${partOf(today)} as part from "StockBalance" b
    where b."tenantId" = ${tenantId} and b."stockItemId" = l."stockItemId" and b."lotNumber" = coalesce(l."lotNumber", '') and b.quantity <> 0`;
}

/** A list of parts as JSON: each unit's and part's exact sum. */
export const partsAsJson = Prisma.sql`coalesce(jsonb_agg(jsonb_build_object('unit', unit, 'part', part, 'quantity', trim_scale(quantity)::text)
  order by unit, part), '[]'::jsonb)`;

/**
 * The dispensed quantity of `s` in the unit `u.unit` in the last 90 days, and the days (90 at most) for which its movements are known: the
 * first of each lot is the beginning of an index.
 */
export function dispensedOf(tenantId: string, today: string): Prisma.Sql {
  return Prisma.sql`select sum(d.quantity) as dispensed, (select least(${demandDays}::int, ${today}::date - min(first) + 1) from (
      select min(x.day) as first from "StockDemand" x where x."tenantId" = ${tenantId} and x."stockItemId" = s.id
      union all select m.first from "Lot" ml cross join lateral (select (sm."movedAt" at time zone 'UTC')::date as first from "StockMovement" sm
        where sm."tenantId" = ${tenantId} and sm."stockItemId" = s.id and sm."lotNumber" = ml."lotNumber" and sm."movedAt" is not null
        order by sm."movedAt" limit 1) m where ml."tenantId" = ${tenantId} and ml."stockItemId" = s.id) f) as days
    from "StockDemand" d where d."tenantId" = ${tenantId} and d."stockItemId" = s.id
    and d.unit = u.unit and d.day > ${today}::date - ${demandDays}::int`;
}

/** The unit of a stock item: the only one there is, else its source's latest one; `''` where none was ever supplied. */
export function unitOfItem(tenantId: string): Prisma.Sql {
  return Prisma.sql`select coalesce((select case when count(distinct unit) = 1 then min(unit) end from "StockBalance"
    where "tenantId" = ${tenantId} and "stockItemId" = s.id and quantity <> 0), lower(btrim(s.registers->'unit'->>'v')), '') as unit`;
}

/** The time at which the ledger last learnt the shelf's own stock, of `l` or `s`: ISO text, null when only movements out are known. */
export function knownSince(alias: 'l' | 's'): Prisma.Sql {
  const row = Prisma.raw(alias);
  return Prisma.sql`nullif(greatest(coalesce(${row}.registers->'lastReceivedAt'->>'v', ''), coalesce(${row}.registers->'lastCountedAt'->>'v', '')), '')`;
}

/**
 * The dispenses from the stock item and lot of a row with those two columns; `lotNumber` null: from any of its lots. Two readings in place of one
 * condition, so that those of a lot are found by the lot's own index, however many the item has.
 */
export function dispensesOf(tenantId: string, alias: string): Prisma.Sql {
  const row = Prisma.raw(alias);
  return Prisma.sql`(select * from "Dispense" where "tenantId" = ${tenantId} and "stockItemId" = ${row}."stockItemId" and "lotNumber" = ${row}."lotNumber"
    union all select * from "Dispense" where ${row}."lotNumber" is null and "tenantId" = ${tenantId} and "stockItemId" = ${row}."stockItemId")`;
}

/** Condition that the case `c` is open: it was never closed, or it is one of `reopened`, which a late event opened again. */
export function isOpenRecall(reopened: readonly string[]): Prisma.Sql {
  return Prisma.sql`(coalesce(c.registers->'state'->>'v', 'open') = 'open' or c.id = any(${[...reopened]}::text[]))`;
}
