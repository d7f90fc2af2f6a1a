import type { FilterOf, OrderOf } from '#lib/contract/base/list';
import type { stockItemsList } from '#lib/contract/stock/stock-items-list';
import { allOf, type Conditions, conditionsOf } from '#lib/db/base/conditions';
import type { Tx } from '#lib/db/base/in-tenant';
import { type After, ascendingKeyset } from '#lib/db/base/keyset';
import { Prisma } from '#lib/db/generated/client';
import type { Row } from '#lib/domain/ledger/fold';
import type { StockShow } from '#lib/domain/stock/stock-filter';
import type { StockPart } from '#lib/domain/stock/stock-part';
import { balancesOfItem, dispensedOf, knownSince, partsAsJson, unitOfItem } from './stock-sql.ts';

export type FoundPart = { readonly unit: string; readonly part: StockPart; readonly quantity: string };

export type FoundStockItem = {
  readonly id: string;
  readonly registers: Row;
  readonly name: string;
  readonly productCode: string | null;
  readonly unit: string;
  readonly parts: readonly FoundPart[];
  /** In its unit; null where it is kept in several. */
  readonly usable: string | null;
  readonly point: string | null;
  readonly known: boolean;
  readonly below: boolean;
  /** The origin of the warning: our recorded stock, or only the source's alert. */
  readonly belowBy: 'books' | 'alert' | null;
  /** The time of the source's alert, of the shelf as it is known now; null where only our recorded stock is low. */
  readonly belowSince: string | null;
  readonly dispensed: string | null;
  /** Days for which its movements are known, 90 at most. */
  readonly days: number;
  readonly nextExpiry: string | null;
};

/** The filter of the list, and what only the product itself asks. */
export type StockItemFilter = FilterOf<typeof stockItemsList> & {
  /** Only of these places; left out: everywhere. */
  readonly places?: readonly string[] | undefined;
  readonly ids?: readonly string[] | undefined;
  /** Of those below: only those without usable recorded stock, or only the others; the longest so comes first. */
  readonly waiting?: 'none_usable' | 'reorder' | undefined;
};

export type StockItemQuery = {
  readonly tenantId: string;
  readonly today: string;
  readonly filter: StockItemFilter;
  readonly sort: OrderOf<typeof stockItemsList>;
  readonly after: After | null;
  readonly limit: number;
};

const shown = {
  below: Prisma.sql`z.below`,
  none: Prisma.sql`f.most <= 0 and (k.known is not null or jsonb_array_length(f.parts) > 0)`,
  expired: Prisma.sql`f.expired > 0`,
  held: Prisma.sql`f.held > 0`,
  recalled: Prisma.sql`f.recalled > 0`,
} as const satisfies Record<StockShow, Prisma.Sql>;

/** In whichever unit it is kept. */
const noneUsable = Prisma.sql`(f.most <= 0 and k.known is not null)`;

const byField: Conditions<StockItemFilter, null> = {
  q: (q) => Prisma.sql`(position(lower(${q}) in s.name) > 0 or position(lower(${q}) in lower(s.id)) > 0)`,
  show: (show) => shown[show],
  location: (location) => Prisma.sql`s."locationId" = ${location}`,
  places: (places) => Prisma.sql`s."locationId" = any(${[...places]}::text[])`,
  ids: (ids) => Prisma.sql`s.id = any(${[...ids]}::text[])`,
  waiting: (waiting) => Prisma.sql`z.below and ${waiting === 'reorder' ? Prisma.sql`not ${noneUsable}` : noneUsable}`,
};

const byName = { column: Prisma.sql`s.name`, type: 'text', id: Prisma.sql`s.id`, nulls: false } as const;

/**
 * Every figure of a stock item `s`, from its balances: `u` its unit, `k` since when the shelf is known, `f` the parts (units never add: of an item in
 * several, `usable` is null, and the rest is the most in any of them), `r` the reorder point (the alert that named one, or the product directory in
 * the same unit: the latest wins), `z` whether it is below. A sender's reorder alert holds until stock was
 * received or counted after it and is above the point.
 */
export function figuresOfItem(tenantId: string, today: string): Prisma.Sql {
  return Prisma.sql`from "StockItem" s
    left join lateral (select p.registers from "ProductCode" c join "Product" p on p."tenantId" = c."tenantId" and p.id = c."productId"
      where c."tenantId" = ${tenantId} and c.id = split_part(s.id, ':', 1) || ':' || s."productCode") p on true
    left join "Alert" ra on ra."tenantId" = ${tenantId} and ra.id = 'reorder|' || replace(replace(s.id, '%', '%25'), '|', '%7C') and ra.kind = 'reorder'
    cross join lateral (${unitOfItem(tenantId)}) u
    cross join lateral (select ${knownSince('s')} as known) k
    cross join lateral (
      select ${partsAsJson} as parts,
        case when count(distinct unit) < 2 then coalesce(sum(quantity) filter (where part = 'usable' and unit = u.unit), 0) end as usable,
        coalesce(max(quantity) filter (where part = 'usable'), 0) as most,
        coalesce(max(quantity) filter (where part = 'expired'), 0) as expired,
        coalesce(max(quantity) filter (where part = 'held'), 0) as held,
        coalesce(max(quantity) filter (where part = 'recalled'), 0) as recalled,
        min(expiry) filter (where part = 'usable' and quantity > 0) as "nextExpiry"
      from (select unit, part, sum(quantity) as quantity, min("expiryDate") filter (where quantity > 0) as expiry
        from (${balancesOfItem(tenantId, today)}) x group by unit, part) y) f
    cross join lateral (select case
      when coalesce(p.registers->'reorderPoint'->>'v', '') <> ''
        and u.unit in ('', coalesce(nullif(lower(btrim(p.registers->'unit'->>'v')), ''), u.unit))
        and p.registers->'reorderPoint'->>'at' > coalesce(s.registers->'reorderPoint'->>'at', '')
      then (p.registers->'reorderPoint'->>'v')::numeric else (s.registers->'reorderPoint'->>'v')::numeric end as point) r
    cross join lateral (select case when ra.registers->'raisedAt'->>'v' >= coalesce(k.known, '') then ra.registers->'raisedAt'->>'v' end as "belowSince") n
    cross join lateral (select case when coalesce(k.known is not null and f.usable < r.point, false) then 'books'
      when n."belowSince" is not null then 'alert' end as "belowBy", n."belowSince") w
    cross join lateral (select w."belowBy" is not null as below) z`;
}

/** A page of stock items by name, or by how long they have been below. Without `show` and `waiting` its cost is the page's. */
export function findStockItems(tx: Tx, query: StockItemQuery): Promise<FoundStockItem[]> {
  const { tenantId, today, filter, sort, limit } = query;
  const page = ascendingKeyset(byName, sort === '-name', query.after);
  const where = allOf([Prisma.sql`s."tenantId" = ${tenantId}`, ...conditionsOf(filter, byField, null), page.after]);
  const order = filter.waiting ? Prisma.sql`w."belowSince" nulls last, s.name, s.id` : page.order;
  return tx.$queryRaw<FoundStockItem[]>`
    select i.*, trim_scale(d.dispensed)::text as dispensed, coalesce(d.days, 0)::int as days from (
      select s."tenantId", s.id, s.registers, s.name, s."productCode", u.unit, f.parts, trim_scale(f.usable)::text as usable,
        trim_scale(r.point)::text as point, k.known is not null as known, z.below, w."belowBy", w."belowSince", to_char(f."nextExpiry", 'YYYY-MM-DD') as "nextExpiry"
      ${figuresOfItem(tenantId, today)} where ${where} order by ${order} limit ${limit}) i
    cross join lateral (select i.id, i.name) s cross join lateral (select i.unit) u cross join lateral (select i."belowSince") w
    cross join lateral (${dispensedOf(tenantId, today)}) d order by ${order}`;
}

/** The number of items below their reorder point, and of those without usable stock. */
export async function countBelow(
  tx: Tx,
  tenantId: string,
  today: string,
  places: readonly string[] | undefined,
): Promise<{ readonly count: number; readonly none: number }> {
  const [row] = await tx.$queryRaw<{ count: number; none: number }[]>`
    select count(*)::int as count, count(*) filter (where ${noneUsable})::int as none
    ${figuresOfItem(tenantId, today)} where s."tenantId" = ${tenantId} and z.below
      and (${places === undefined} or s."locationId" = any(${[...(places ?? [])]}::text[]))`;
  return row ?? { count: 0, none: 0 };
}
