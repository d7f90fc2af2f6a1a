import type { Row } from '#lib/domain/fold';
import type { returnStates } from '#lib/domain/stock-filter';
import { Prisma } from './generated/client.ts';
import type { Tx } from './in-tenant.ts';

export type FoundReturn = {
  readonly id: string;
  readonly registers: Row;
  readonly dispenseId: string | null;
  readonly prescriptionId: string | null;
  readonly stockItemId: string | null;
  readonly lotNumber: string | null;
  readonly returnedAt: Date;
  readonly disposition: string | null;
  readonly dispense: Row | null;
  /** All that came back of the same dispense, in this return's unit; null where units differ. */
  readonly back: string | null;
};

export type ReturnQuery = {
  readonly tenantId: string;
  readonly state?: (typeof returnStates)[number] | undefined;
  /** Only of these places; left out: everywhere. */
  readonly places?: readonly string[] | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
};

/** A page of what came back, newest first. */
export function findReturns(
  tx: Tx,
  { tenantId, state, places, ids, after, limit }: ReturnQuery,
): Promise<FoundReturn[]> {
  const where = [Prisma.sql`r."tenantId" = ${tenantId}`, Prisma.sql`r."returnedAt" is not null`];
  if (state === 'open') where.push(Prisma.sql`r.disposition is null`);
  else if (state) where.push(Prisma.sql`r.disposition = ${state}`);
  if (places)
    where.push(
      Prisma.sql`r."stockItemId" in (select id from "StockItem" where "tenantId" = ${tenantId} and "locationId" = any(${[...places]}::text[]))`,
    );
  if (ids) where.push(Prisma.sql`r.id = any(${[...ids]}::text[])`);
  if (after)
    where.push(
      Prisma.sql`(r."returnedAt" < ${after.at}::timestamptz or (r."returnedAt" = ${after.at}::timestamptz and r.id > ${after.id}))`,
    );
  const unit = (alias: 'r' | 'o') =>
    Prisma.sql`lower(btrim(coalesce(${Prisma.raw(alias)}.registers->'unit'->>'v', '')))`;
  return tx.$queryRaw<FoundReturn[]>`
    select r.id, r.registers, r."dispenseId", r."prescriptionId", r."stockItemId", r."lotNumber", r."returnedAt", r.disposition,
      d.registers as dispense, trim_scale(b.back)::text as back
    from "StockReturn" r left join "Dispense" d on d."tenantId" = ${tenantId} and d.id = r."dispenseId"
    cross join lateral (select case when bool_and(${unit('o')} = ${unit('r')}) then sum((o.registers->'quantity'->>'v')::numeric) end as back
      from "StockReturn" o where o."tenantId" = ${tenantId} and o."dispenseId" = r."dispenseId") b
    where ${Prisma.join(where, ' and ')} order by r."returnedAt" desc, r.id limit ${limit}`;
}

export async function countReturnsToDecide(
  tx: Tx,
  tenantId: string,
  places: readonly string[] | undefined,
): Promise<{ readonly count: number; readonly oldest: Date | null }> {
  const [row] = await tx.$queryRaw<{ count: number; oldest: Date | null }[]>`
    select count(*)::int as count, min("returnedAt") as oldest from "StockReturn" r
    where "tenantId" = ${tenantId} and disposition is null and "returnedAt" is not null
      and (${places === undefined} or r."stockItemId" in (select id from "StockItem" where "tenantId" = ${tenantId} and "locationId" = any(${[...(places ?? [])]}::text[])))`;
  return row ?? { count: 0, oldest: null };
}
