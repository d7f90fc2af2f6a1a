import type { FilterOf, OrderOf } from '#lib/contract/base/list';
import type { returnsList } from '#lib/contract/dispenses/returns-list';
import { allOf, type Conditions, conditionsOf } from '#lib/db/base/conditions';
import type { Tx } from '#lib/db/base/in-tenant';
import { type After, keyset } from '#lib/db/base/keyset';
import { Prisma } from '#lib/db/generated/client';
import type { Row } from '#lib/domain/ledger/fold';
import { liesAt } from './own-stock.ts';

export type FoundReturn = {
  readonly id: string;
  readonly registers: Row;
  readonly dispenseId: string | null;
  readonly prescriptionId: string | null;
  /** Its own, else its dispense's. */
  readonly stockItemId: string | null;
  readonly lotNumber: string | null;
  readonly returnedAt: Date;
  readonly disposition: string | null;
  readonly dispense: Row | null;
  /** All returns of the same dispense, in this return's unit; null where units differ. */
  readonly back: string | null;
};

/** The filter of the list, and what only the product itself asks. */
export type ReturnFilter = FilterOf<typeof returnsList> & {
  /** Only of these places; left out: everywhere. */
  readonly places?: readonly string[] | undefined;
  readonly ids?: readonly string[] | undefined;
};

export type ReturnQuery = {
  readonly tenantId: string;
  readonly filter: ReturnFilter;
  readonly sort: OrderOf<typeof returnsList>;
  readonly after: After | null;
  readonly limit: number;
};

/** The stock item of a return: the one that it names, else the one that its dispense was taken from. */
const stockItem = Prisma.sql`coalesce(r."stockItemId", d."stockItemId")`;
/** The number of its lot: a dispense's is that of its own stock item only. */
const lot = Prisma.sql`coalesce(r."lotNumber", case when r."stockItemId" is null or r."stockItemId" = d."stockItemId" then d."lotNumber" end)`;

const atPlaces = (places: readonly string[], tenantId: string) => liesAt(tenantId, stockItem, places);

const byField: Conditions<ReturnFilter, string> = {
  state: (state) => (state === 'open' ? Prisma.sql`r.disposition is null` : Prisma.sql`r.disposition = ${state}`),
  location: (location, tenantId) => atPlaces([location], tenantId),
  places: atPlaces,
  ids: (ids) => Prisma.sql`r.id = any(${[...ids]}::text[])`,
};

const byTime = { column: Prisma.sql`r."returnedAt"`, type: 'timestamptz', id: Prisma.sql`r.id` } as const;

/** A page of what came back, by its time. */
export function findReturns(tx: Tx, { tenantId, filter, sort, after, limit }: ReturnQuery): Promise<FoundReturn[]> {
  const page = keyset(byTime, sort === '-at', after);
  const where = allOf([
    Prisma.sql`r."tenantId" = ${tenantId}`,
    Prisma.sql`r."returnedAt" is not null`,
    ...conditionsOf(filter, byField, tenantId),
    page.after,
  ]);
  const unit = (alias: 'r' | 'o') =>
    Prisma.sql`lower(btrim(coalesce(${Prisma.raw(alias)}.registers->'unit'->>'v', '')))`;
  return tx.$queryRaw<FoundReturn[]>`
    select r.id, r.registers, r."dispenseId", r."prescriptionId", ${stockItem} as "stockItemId", ${lot} as "lotNumber", r."returnedAt", r.disposition,
      d.registers as dispense, trim_scale(b.back)::text as back
    from "StockReturn" r left join "Dispense" d on d."tenantId" = ${tenantId} and d.id = r."dispenseId"
    cross join lateral (select case when bool_and(${unit('o')} = ${unit('r')}) then sum((o.registers->'quantity'->>'v')::numeric) end as back
      from "StockReturn" o where o."tenantId" = ${tenantId} and o."dispenseId" = r."dispenseId") b
    where ${where} order by ${page.order} limit ${limit}`;
}

export async function countReturnsToDecide(
  tx: Tx,
  tenantId: string,
  places: readonly string[] | undefined,
): Promise<{ readonly count: number; readonly oldest: Date | null }> {
  const [row] = await tx.$queryRaw<{ count: number; oldest: Date | null }[]>`
    select count(*)::int as count, min(r."returnedAt") as oldest
    from "StockReturn" r left join "Dispense" d on d."tenantId" = ${tenantId} and d.id = r."dispenseId"
    where r."tenantId" = ${tenantId} and r.disposition is null and r."returnedAt" is not null and ${liesAt(tenantId, stockItem, places)}`;
  return row ?? { count: 0, oldest: null };
}
