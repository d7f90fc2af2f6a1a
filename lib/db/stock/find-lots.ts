import type { FilterOf, OrderOf } from '#lib/contract/base/list';
import type { lotsList } from '#lib/contract/stock/lots-list';
import { allOf, type Conditions, conditionsOf } from '#lib/db/base/conditions';
import type { Tx } from '#lib/db/base/in-tenant';
import { type After, ascendingKeyset } from '#lib/db/base/keyset';
import { Prisma } from '#lib/db/generated/client';
import type { Row } from '#lib/domain/ledger/fold';
import type { LotHold } from '#lib/domain/stock/lot-hold';
import type { FoundPart } from './find-stock-items.ts';
import {
  balancesOfLot,
  dispensedOf,
  expiresWithin,
  hasExpired,
  holdOfLot,
  isOpenRecall,
  knownSince,
  partsAsJson,
  recallMeans,
  unitOfItem,
} from './stock-sql.ts';

export type FoundLot = {
  readonly id: string;
  readonly registers: Row;
  readonly stockItemId: string;
  readonly lotNumber: string;
  readonly expiryDate: string | null;
  readonly hold: LotHold;
  /** The latest recall that means it, by name or as the same product's lot elsewhere. */
  readonly recall: { readonly id: string; readonly reason: string | null; readonly closed: boolean } | null;
  readonly item: Row | null;
  readonly parts: readonly FoundPart[];
  readonly unit: string;
  readonly known: boolean;
  readonly holds: boolean;
  readonly dispensed: string | null;
  readonly days: number;
};

/** The filter of the list, and what only the product itself asks. */
export type LotFilter = FilterOf<typeof lotsList> & {
  readonly ids?: readonly string[] | undefined;
  /** Only of these places; left out: everywhere. */
  readonly places?: readonly string[] | undefined;
};

export type LotQuery = {
  readonly tenantId: string;
  readonly today: string;
  readonly filter: LotFilter;
  readonly sort: OrderOf<typeof lotsList>;
  /** The closed recall cases that are open again. */
  readonly reopenedRecalls: readonly string[];
  readonly after: After | null;
  readonly limit: number;
};

/** The lot has recorded stock; where the shelf is unknown, a person observed some. Needs `l`, `k` and `f`. */
const holds = Prisma.sql`(f.most > 0 or (k.known is null and coalesce((l.registers->'observedOnHand'->>'v')::numeric, 0) > 0))`;

const expiring = (today: string, within: number) => (within === 0 ? hasExpired(today) : expiresWithin(today, within));

/** Nobody decided about it, or the decision failed: it was to be used first, and has expired with some left. */
function undecided(today: string): Prisma.Sql {
  return Prisma.sql`(not l.registers ? 'decision' or (l.registers->'decision'->>'v' = 'use_first' and coalesce(${hasExpired(today)}, false) and ${holds}))`;
}

const byField: Conditions<LotFilter, string> = {
  q: (q) => Prisma.sql`(position(upper(${q}) in l."lotNumber") > 0 or position(lower(${q}) in s.name) > 0)`,
  within: (days, today) => Prisma.sql`${expiring(today, days)} and ${holds}`,
  decided: (decided, today) => (decided === 'no' ? undecided(today) : Prisma.sql`not ${undecided(today)}`),
  location: (location) => Prisma.sql`s."locationId" = ${location}`,
  places: (places) => Prisma.sql`s."locationId" = any(${[...places]}::text[])`,
  stockItem: (id) => Prisma.sql`l."stockItemId" = ${id}`,
  ids: (ids) => Prisma.sql`l.id = any(${[...ids]}::text[])`,
};

function figures(tenantId: string, today: string): Prisma.Sql {
  return Prisma.sql`from "Lot" l left join "StockItem" s on s."tenantId" = ${tenantId} and s.id = l."stockItemId"
    cross join lateral (select ${knownSince('l')} as known) k
    cross join lateral (select ${partsAsJson} as parts, coalesce(max(quantity), 0) as most
      from (select unit, part, sum(quantity) as quantity from (${balancesOfLot(tenantId, today)}) x group by unit, part) y) f`;
}

/** The latest case that means the lot `l` of the stock item `s`. */
function recallOf(tenantId: string, open: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`select jsonb_build_object('id', c.id, 'reason', c.registers->'reason'->>'v', 'closed', not ${open})
    from "RecallLot" rl join "RecallCase" c on c."tenantId" = ${tenantId} and c.id = rl."recallId"
      left join "StockItem" rs on rs."tenantId" = ${tenantId} and rs.id = rl."stockItemId"
    where rl."tenantId" = ${tenantId} and ${recallMeans('l')}
    order by rl.registers->'recalledAt'->>'v' desc, c.id limit 1`;
}

const byExpiry = {
  column: Prisma.sql`l."expiryDate"`,
  type: 'date',
  id: Prisma.sql`l.id`,
  nulls: true,
} as const;

/** A page of lots by their expiry, those without a date after all others. */
export function findLots(tx: Tx, query: LotQuery): Promise<FoundLot[]> {
  const { tenantId, today, filter, sort, limit } = query;
  const page = ascendingKeyset(byExpiry, sort === '-expiry', query.after);
  const where = allOf([
    Prisma.sql`l."tenantId" = ${tenantId}`,
    Prisma.sql`l."stockItemId" is not null`,
    ...conditionsOf(filter, byField, today),
    page.after,
  ]);
  const open = isOpenRecall(query.reopenedRecalls);
  return tx.$queryRaw<FoundLot[]>`
    select l.id, l.registers, l."stockItemId", coalesce(l."lotNumber", '') as "lotNumber", to_char(l."expiryDate", 'YYYY-MM-DD') as "expiryDate",
      ${holdOfLot} as hold, (${recallOf(tenantId, open)}) as recall, s.registers as item, f.parts, u.unit, k.known is not null as known, ${holds} as holds, trim_scale(d.dispensed)::text as dispensed, coalesce(d.days, 0)::int as days
    ${figures(tenantId, today)} cross join lateral (${unitOfItem(tenantId)}) u cross join lateral (${dispensedOf(tenantId, today)}) d
    where ${where} order by ${page.order} limit ${limit}`;
}

/** Every lot of some stock items that is in stock and has a date: the risk of each is computed from these. */
export function lotsThere(tx: Tx, tenantId: string, today: string, stockItems: readonly string[]): Promise<FoundLot[]> {
  return tx.$queryRaw<FoundLot[]>`
    select l.id, l.registers, l."stockItemId", coalesce(l."lotNumber", '') as "lotNumber", to_char(l."expiryDate", 'YYYY-MM-DD') as "expiryDate",
      l.hold, null as recall, null as item, f.parts, '' as unit, k.known is not null as known, true as holds, null as dispensed, 0 as days
    ${figures(tenantId, today)}
    where l."tenantId" = ${tenantId} and l."stockItemId" = any(${[...stockItems]}::text[]) and l."expiryDate" is not null and ${holds}`;
}

export async function countExpiring(
  tx: Tx,
  tenantId: string,
  today: string,
  within: number,
  places: readonly string[] | undefined,
): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count ${figures(tenantId, today)}
    where l."tenantId" = ${tenantId} and l."stockItemId" is not null and ${expiring(today, within)} and ${holds} and ${undecided(today)}
      and (${places === undefined} or s."locationId" = any(${[...(places ?? [])]}::text[]))`;
  return row?.count ?? 0;
}
