import type { Tx } from '#lib/db/base/in-tenant';
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

export type LotQuery = {
  readonly tenantId: string;
  readonly today: string;
  readonly q?: string | undefined;
  readonly stockItem?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  /** Only lots in stock (or observed, where the recorded stock is unknown), expiring within so many days; 0: expired. */
  readonly within?: number | undefined;
  readonly decided?: 'yes' | 'no' | undefined;
  readonly location?: string | undefined;
  /** Only of these locations; left out: everywhere. */
  readonly places?: readonly string[] | undefined;
  /** The closed recall cases that are open again. */
  readonly reopenedRecalls: readonly string[];
  readonly after: readonly [key: string, id: string] | null;
  readonly limit: number;
};

/** The lot has recorded stock; where the shelf is unknown, a person observed some. Needs `l`, `k` and `f`. */
const holds = Prisma.sql`(f.most > 0 or (k.known is null and coalesce((l.registers->'observedOnHand'->>'v')::numeric, 0) > 0))`;

const expiring = (today: string, within: number) => (within === 0 ? hasExpired(today) : expiresWithin(today, within));

/** Nobody decided about it, or the decision failed: it was to be used first, and has expired with some left. */
function undecided(today: string): Prisma.Sql {
  return Prisma.sql`(not l.registers ? 'decision' or (l.registers->'decision'->>'v' = 'use_first' and coalesce(${hasExpired(today)}, false) and ${holds}))`;
}

function conditions(query: LotQuery): Prisma.Sql {
  const { tenantId, today, q, stockItem, ids, within, decided, location, after } = query;
  const where = [Prisma.sql`l."tenantId" = ${tenantId}`, Prisma.sql`l."stockItemId" is not null`];
  if (q) where.push(Prisma.sql`(position(upper(${q}) in l."lotNumber") > 0 or position(lower(${q}) in s.name) > 0)`);
  if (stockItem) where.push(Prisma.sql`l."stockItemId" = ${stockItem}`);
  if (ids) where.push(Prisma.sql`l.id = any(${[...ids]}::text[])`);
  if (location) where.push(Prisma.sql`s."locationId" = ${location}`);
  if (query.places) where.push(Prisma.sql`s."locationId" = any(${[...query.places]}::text[])`);
  if (within !== undefined) where.push(expiring(today, within), holds);
  if (decided === 'no') where.push(undecided(today));
  if (decided === 'yes') where.push(Prisma.sql`not ${undecided(today)}`);
  if (after && within === undefined) where.push(Prisma.sql`l.id > ${after[1]}`);
  if (after && within !== undefined) where.push(Prisma.sql`(l."expiryDate", l.id) > (${after[0]}::date, ${after[1]})`);
  return Prisma.join(where, ' and ');
}

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

/** A page of lots: by their expiry where one is asked for, else by stock item and number. */
export function findLots(tx: Tx, query: LotQuery): Promise<FoundLot[]> {
  const { tenantId, today, within, limit } = query;
  const order = within === undefined ? Prisma.sql`l.id` : Prisma.sql`l."expiryDate", l.id`;
  const open = isOpenRecall(query.reopenedRecalls);
  return tx.$queryRaw<FoundLot[]>`
    select l.id, l.registers, l."stockItemId", coalesce(l."lotNumber", '') as "lotNumber", to_char(l."expiryDate", 'YYYY-MM-DD') as "expiryDate",
      ${holdOfLot} as hold, (${recallOf(tenantId, open)}) as recall, s.registers as item, f.parts, u.unit, k.known is not null as known, ${holds} as holds, trim_scale(d.dispensed)::text as dispensed, coalesce(d.days, 0)::int as days
    ${figures(tenantId, today)} cross join lateral (${unitOfItem(tenantId)}) u cross join lateral (${dispensedOf(tenantId, today)}) d
    where ${conditions(query)} order by ${order} limit ${limit}`;
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
