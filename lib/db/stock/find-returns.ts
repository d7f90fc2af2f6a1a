import type { Tx } from '#lib/db/base/in-tenant';
import { Prisma } from '#lib/db/generated/client';
import type { Row } from '#lib/domain/ledger/fold';
import type { returnStates } from '#lib/domain/stock/stock-filter';
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

export type ReturnQuery = {
  readonly tenantId: string;
  readonly state?: (typeof returnStates)[number] | undefined;
  readonly location?: string | undefined;
  /** Only of these locations; left out: everywhere. */
  readonly places?: readonly string[] | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
  /** The longest waiting first, in place of the newest; of no use with `after`. */
  readonly oldestFirst?: true | undefined;
};

/** The stock item of a return: the one that it names, else the one that its dispense was taken from. */
const stockItem = Prisma.sql`coalesce(r."stockItemId", d."stockItemId")`;
/** The number of its lot: a dispense's is that of its own stock item only. */
const lot = Prisma.sql`coalesce(r."lotNumber", case when r."stockItemId" is null or r."stockItemId" = d."stockItemId" then d."lotNumber" end)`;

/** A page of returns, newest first unless asked otherwise. */
export function findReturns(
  tx: Tx,
  { tenantId, state, location, places, ids, after, limit, oldestFirst }: ReturnQuery,
): Promise<FoundReturn[]> {
  const where = [Prisma.sql`r."tenantId" = ${tenantId}`, Prisma.sql`r."returnedAt" is not null`];
  if (state === 'open') where.push(Prisma.sql`r.disposition is null`);
  else if (state) where.push(Prisma.sql`r.disposition = ${state}`);
  for (const locations of [places, location && [location]])
    if (locations) where.push(liesAt(tenantId, stockItem, locations));
  if (ids) where.push(Prisma.sql`r.id = any(${[...ids]}::text[])`);
  if (after)
    where.push(
      Prisma.sql`(r."returnedAt" < ${after.at}::timestamptz or (r."returnedAt" = ${after.at}::timestamptz and r.id > ${after.id}))`,
    );
  const order = oldestFirst ? Prisma.sql`r."returnedAt", r.id desc` : Prisma.sql`r."returnedAt" desc, r.id`;
  const unit = (alias: 'r' | 'o') =>
    Prisma.sql`lower(btrim(coalesce(${Prisma.raw(alias)}.registers->'unit'->>'v', '')))`;
  return tx.$queryRaw<FoundReturn[]>`
    select r.id, r.registers, r."dispenseId", r."prescriptionId", ${stockItem} as "stockItemId", ${lot} as "lotNumber", r."returnedAt", r.disposition,
      d.registers as dispense, trim_scale(b.back)::text as back
    from "StockReturn" r left join "Dispense" d on d."tenantId" = ${tenantId} and d.id = r."dispenseId"
    cross join lateral (select case when bool_and(${unit('o')} = ${unit('r')}) then sum((o.registers->'quantity'->>'v')::numeric) end as back
      from "StockReturn" o where o."tenantId" = ${tenantId} and o."dispenseId" = r."dispenseId") b
    where ${Prisma.join(where, ' and ')} order by ${order} limit ${limit}`;
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
