import type { FilterOf, OrderOf } from '#lib/contract/base/list';
import type { recallsList } from '#lib/contract/recalls/recalls-list';
import { allOf, type Conditions, conditionsOf } from '#lib/db/base/conditions';
import type { Tx } from '#lib/db/base/in-tenant';
import { type After, ascendingKeyset } from '#lib/db/base/keyset';
import { Prisma } from '#lib/db/generated/client';
import { holdOfLot, isOpenRecall, knownSince, sameProduct, wholeIsRecalled } from '#lib/db/stock/stock-sql';
import type { Row } from '#lib/domain/ledger/fold';
import { reopenedRecalls } from './reopened-recalls.ts';

export type FoundRecall = { readonly id: string; readonly registers: Row };
export type FoundRecallLot = {
  readonly recallId: string;
  readonly stockItemId: string;
  readonly lotNumber: string | null;
  readonly product: string | null;
};

/** The filter of the list, and what only the product itself asks. */
type RecallFilter = FilterOf<typeof recallsList> & { readonly ids?: readonly string[] | undefined };

type RecallQuery = {
  readonly tenantId: string;
  readonly filter: RecallFilter;
  readonly sort: OrderOf<typeof recallsList>;
  readonly after: After | null;
  readonly limit: number;
};

const byField: Conditions<RecallFilter, Prisma.Sql> = {
  state: (state, open) => Prisma.sql`${open} = (${state} = 'open')`,
  ids: (ids) => Prisma.sql`c.id = any(${[...ids]}::text[])`,
};

const byTime = {
  column: Prisma.sql`(c.registers->'recalledAt'->>'v')`,
  type: 'text',
  id: Prisma.sql`c.id`,
  nulls: false,
} as const;

/** Recall cases by the time of the recall. Cases are few, whatever the history's length. */
export async function findRecalls(
  tx: Tx,
  { tenantId, filter, sort, after, limit }: RecallQuery,
): Promise<FoundRecall[]> {
  const open = isOpenRecall(filter.state === undefined ? [] : await reopenedRecalls(tx, tenantId));
  const page = ascendingKeyset(byTime, sort === '-recalledAt', after);
  const where = allOf([
    Prisma.sql`c."tenantId" = ${tenantId}`,
    Prisma.sql`c.registers ? 'recalledAt'`,
    ...conditionsOf(filter, byField, open),
    page.after,
  ]);
  return tx.$queryRaw<FoundRecall[]>`
    select c.id, c.registers from "RecallCase" c where ${where} order by ${page.order} limit ${limit}`;
}

/** One case by its id. */
export async function findRecall(tx: Tx, tenantId: string, id: string): Promise<FoundRecall | undefined> {
  const [found] = await findRecalls(tx, {
    tenantId,
    filter: { ids: [id] },
    sort: '-recalledAt',
    after: null,
    limit: 1,
  });
  return found;
}

export function lotsOfRecalls(tx: Tx, tenantId: string, ids: readonly string[]): Promise<FoundRecallLot[]> {
  return tx.$queryRaw<FoundRecallLot[]>`
    select l."recallId", l."stockItemId", l."lotNumber", s.registers->'display'->>'v' as product from "RecallLot" l
      left join "StockItem" s on s."tenantId" = l."tenantId" and s.id = l."stockItemId"
    where l."tenantId" = ${tenantId} and l."recallId" = any(${[...ids]}::text[]) order by l."recallId", l.id`;
}

export type FoundStock = {
  readonly recallId: string;
  readonly stockItemId: string;
  /** Empty: the stock without a lot number of a wholly recalled stock item. */
  readonly lotNumber: string;
  readonly product: string | null;
  readonly location: string | null;
  readonly hold: 'free' | 'quarantined' | 'recalled';
  readonly expiryDate: string | null;
  readonly countedAt: string | null;
  readonly recalledAt: string;
  /** A delivery or a count reported the stock; else only its movements out, or an observation, are known. */
  readonly known: boolean;
  readonly named: boolean;
  readonly amounts: readonly { readonly bucket: string; readonly quantity: string; readonly unit: string | null }[];
};

/**
 * The lots that recalls mean, wherever they lie: the named ones, and the same product's under that number at other stock items. Of a stock item that is
 * recalled as a whole, what it has without a lot number too.
 */
export function stockOfRecalls(tx: Tx, tenantId: string, ids: readonly string[]): Promise<FoundStock[]> {
  return tx.$queryRaw<FoundStock[]>`
    with named as (
      select l."recallId", l."stockItemId" as id, l."lotNumber", l.registers->'recalledAt'->>'v' as at, n."productCode"
      from "RecallLot" l left join "StockItem" n on n."tenantId" = l."tenantId" and n.id = l."stockItemId"
      where l."tenantId" = ${tenantId} and l."recallId" = any(${[...ids]}::text[])
    ),
    lots as (
      select distinct on (m."recallId", l.id) m."recallId", l."stockItemId", l."lotNumber", ${holdOfLot} as hold,
        to_char(l."expiryDate", 'YYYY-MM-DD') as "expiryDate", l.registers->'lastCountedAt'->>'v' as "countedAt", ${knownSince('l')} is not null as known,
        m.at, l."stockItemId" = m.id as named, s.registers->'display'->>'v' as product, s."locationId" as location
      from named m
        join "Lot" l on l."tenantId" = ${tenantId} and (m."lotNumber" is null or l."lotNumber" = m."lotNumber")
        join "StockItem" s on s."tenantId" = ${tenantId} and s.id = l."stockItemId"
      where l."stockItemId" = m.id or (m."lotNumber" is not null and ${sameProduct('m', 's')})
      order by m."recallId", l.id, (l."stockItemId" = m.id) desc, m.at
    ),
    meant as (
      select * from lots union all
      select m."recallId", s.id, '', case when ${wholeIsRecalled} then 'recalled' else 'free' end, null,
        to_char(b."countedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), b.there or ${knownSince('s')} is not null,
        m.at, true, s.registers->'display'->>'v', s."locationId"
      from named m join "StockItem" s on s."tenantId" = ${tenantId} and s.id = m.id
        cross join lateral (select max(b."countedAt") as "countedAt", coalesce(bool_or(b.quantity <> 0), false) as there from "StockBalance" b
          where b."tenantId" = ${tenantId} and b."stockItemId" = s.id and b."lotNumber" = '') b
      where m."lotNumber" is null
        and (b.there or not exists (select from "Lot" l where l."tenantId" = ${tenantId} and l."stockItemId" = s.id))
    )
    select m."recallId", m."stockItemId", m."lotNumber", m.product, m.location, m.hold, m."expiryDate", m."countedAt", m.at as "recalledAt", m.known, m.named,
      coalesce((select jsonb_agg(jsonb_build_object('bucket', b.bucket, 'quantity', trim_scale(b.quantity)::text, 'unit', nullif(b.unit, '')) order by b.bucket, b.unit)
        from "StockBalance" b where b."tenantId" = ${tenantId} and b."stockItemId" = m."stockItemId" and b."lotNumber" = m."lotNumber" and b.quantity <> 0), '[]') as amounts
    from meant m order by m."recallId", m.named desc, m."stockItemId", m."lotNumber"`;
}

export type ReturnCounts = { readonly recallId: string; readonly returns: number; readonly undecided: number };

/** The returns of the recalls' lots, and those that wait for a decision. */
export function returnsOfRecalls(
  tx: Tx,
  tenantId: string,
  lots: readonly Pick<FoundStock, 'recallId' | 'stockItemId' | 'lotNumber'>[],
): Promise<ReturnCounts[]> {
  return tx.$queryRaw<ReturnCounts[]>`
    select l."recallId", count(distinct r.id)::int as returns, count(distinct r.id) filter (where r.disposition is null)::int as undecided
    from unnest(${lots.map((one) => one.recallId)}::text[], ${lots.map((one) => one.stockItemId)}::text[], ${lots.map((one) => one.lotNumber)}::text[])
        as l("recallId", "stockItemId", "lotNumber")
      join "Dispense" d on d."tenantId" = ${tenantId} and d."stockItemId" = l."stockItemId" and d."lotNumber" = l."lotNumber" and d.returned
      join "StockReturn" r on r."tenantId" = ${tenantId} and r."dispenseId" = d.id
    group by 1`;
}

export type FoundContact = {
  readonly personId: string;
  readonly outcome: string;
  readonly note: string | null;
  readonly by: string | null;
  readonly at: string;
};

/** The contact log of some people of a case, newest first. */
export function contactsOf(
  tx: Tx,
  tenantId: string,
  recallId: string,
  people: readonly string[],
): Promise<FoundContact[]> {
  return tx.$queryRaw<FoundContact[]>`
    select c."personId", c.registers->'outcome'->>'v' as outcome, c.registers->'note'->>'v' as note, u.name as by, c.registers->'contactedAt'->>'v' as at
    from "RecallContact" c left join "User" u on u."tenantId" = c."tenantId" and u.id = c.registers->'by'->>'v'
    where c."tenantId" = ${tenantId} and c."recallId" = ${recallId} and c."personId" = any(${[...people]}::text[])
    order by c.registers->'contactedAt'->>'v' desc, c.id desc`;
}

/** The people who can be assigned a task of a recall. */
export function pharmacyStaff(tx: Tx, tenantId: string): Promise<{ id: string; name: string }[]> {
  return tx.user.findMany({
    where: { tenantId, role: 'pharmacist', disabledAt: null },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
}
