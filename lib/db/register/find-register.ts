import type { Tx } from '#lib/db/base/in-tenant';
import { countersignWanted } from '#lib/db/dispenses/countersign-wanted';
import { Prisma } from '#lib/db/generated/client';
import type { Row } from '#lib/domain/ledger/fold';
import type { RegisterKind } from '#lib/domain/register/register-book';
import { unknownSubstance } from '#lib/domain/register/register-book';

/** A position in the book: time, whether it is a count (which comes last at one moment), id. */
export type RegisterPosition = { readonly at: string; readonly last: number; readonly id: string };

export type FoundEntry = {
  readonly id: string;
  readonly registers: Row;
  readonly kind: RegisterKind;
  /** Null where no stock item is named: then `substance`. */
  readonly stockItemId: string | null;
  readonly substance: string | null;
  readonly lotNumber: string;
  readonly bucket: string;
  readonly unit: string;
  readonly quantity: string | null;
  readonly at: Date;
};

export type FoundOpening = Pick<FoundEntry, 'stockItemId' | 'substance' | 'lotNumber' | 'bucket' | 'unit'> & {
  readonly quantity: string;
};

export type RegisterQuery = {
  readonly tenantId: string;
  readonly items: readonly string[];
  /** Codes of which dispenses without a stock item are asked for; null: all, also those without a code. */
  readonly substances: readonly string[] | null;
  /** Schedules those must have; null: any. */
  readonly schedule: string | null;
};

const movedUnit = Prisma.sql`lower(btrim(coalesce(d.registers->'unit'->>'v', '')))`;

/** That a dispense `d` belongs to the book: by its stock item, else by the code it names. */
function inBook({ items, substances, schedule }: RegisterQuery): Prisma.Sql {
  const named =
    substances === null
      ? Prisma.sql`true`
      : Prisma.sql`coalesce(d."productCode", ${unknownSubstance}) = any(${[...substances]}::text[])`;
  const listed = schedule === null ? Prisma.sql`true` : Prisma.sql`d.schedule = ${schedule}`;
  return Prisma.sql`(case when d."stockItemId" is null then ${named} and ${listed} else d."stockItemId" = any(${[...items]}::text[]) end)`;
}

/** Controlled dispenses that moved no recorded stock. */
function unbooked(query: RegisterQuery): Prisma.Sql {
  return Prisma.sql`"Dispense" d where d."tenantId" = ${query.tenantId} and d.schedule is not null and d."dispensedAt" is not null
    and (d."stockItemId" is null or not d.registers ? 'quantity') and ${inBook(query)}`;
}

/** Returns of controlled dispenses, and their disposals, where neither the return nor its dispense names a stock item. */
function unplaced(query: RegisterQuery): Prisma.Sql {
  return Prisma.sql`"StockMovement" m join "Dispense" d on d."tenantId" = ${query.tenantId} and d.id = m."dispenseId"
    where m."tenantId" = ${query.tenantId} and m."stockItemId" is null and m.kind in ('return', 'disposal') and m.quantity is not null
      and m."movedAt" is not null and d.schedule is not null and d."stockItemId" is null and ${inBook(query)}`;
}

function before(place: RegisterPosition | null, at: Prisma.Sql, last: number, id: Prisma.Sql): Prisma.Sql {
  return place === null
    ? Prisma.sql`true`
    : Prisma.sql`${at} <= ${place.at}::timestamptz and (${at}, ${last}::int, ${id}) < (${place.at}::timestamptz, ${place.last}::int, ${place.id})`;
}

/** A page of the register, newest first, in the order of the facts' own times; `from` inclusive. Reads at most a page of each stock item. */
export function findRegister(
  tx: Tx,
  query: RegisterQuery,
  {
    from,
    until,
    limit,
  }: { readonly from: string | null; readonly until: RegisterPosition | null; readonly limit: number },
): Promise<FoundEntry[]> {
  const { tenantId, items } = query;
  const since = (at: Prisma.Sql) => (from === null ? Prisma.sql`true` : Prisma.sql`${at} >= ${from}::timestamptz`);
  const movedAt = Prisma.sql`m."movedAt"`;
  const countedAt = Prisma.sql`c."countedAt"`;
  const dispensedAt = Prisma.sql`d."dispensedAt"`;
  const dispenseId = Prisma.sql`'dispense:' || d.id`;
  return tx.$queryRaw<FoundEntry[]>`
    with items as (select unnest(${[...items]}::text[]) as id)
    select id, registers, kind, "stockItemId", substance, "lotNumber", bucket, unit, trim_scale(quantity)::text as quantity, at from (
      select e.* from items i cross join lateral (
        select m.id, m.registers, m.kind, m."stockItemId", null as substance, coalesce(m."lotNumber", '') as "lotNumber",
          coalesce(m.bucket, 'usable') as bucket, coalesce(m.unit, '') as unit, m.quantity, m."movedAt" as at, 0 as last
        from "StockMovement" m where m."tenantId" = ${tenantId} and m."stockItemId" = i.id and m."movedAt" is not null
          and m.quantity is not null and ${since(movedAt)} and ${before(until, movedAt, 0, Prisma.sql`m.id`)}
        order by m."movedAt" desc, m.id desc limit ${limit}) e
      union all
      select c.id, c.registers, 'count', c."stockItemId", null, coalesce(c."lotNumber", ''), coalesce(c.bucket, 'usable'), coalesce(c.unit, ''),
        c.quantity, c."countedAt", 1
      from "StockCount" c where c."tenantId" = ${tenantId} and c."stockItemId" in (select id from items) and c."countedAt" is not null
        and ${since(countedAt)} and ${before(until, countedAt, 1, Prisma.sql`c.id`)}
      union all
      select ${dispenseId}, d.registers, 'dispense', d."stockItemId", coalesce(d."productCode", ${unknownSubstance}),
        coalesce(d."lotNumber", ''), 'usable', ${movedUnit}, -(d.registers->'quantity'->>'v')::numeric, d."dispensedAt", 0
      from ${unbooked(query)} and ${since(dispensedAt)} and ${before(until, dispensedAt, 0, dispenseId)}
      union all
      select m.id, m.registers, m.kind, null, coalesce(d."productCode", ${unknownSubstance}), coalesce(m."lotNumber", ''),
        coalesce(m.bucket, 'usable'), coalesce(m.unit, ''), m.quantity, m."movedAt", 0
      from ${unplaced(query)} and ${since(movedAt)} and ${before(until, movedAt, 0, Prisma.sql`m.id`)}
    ) e order by at desc, last desc, id desc limit ${limit}`;
}

/**
 * The balance before a position of the book, by lot: its last count and later movements, else all movements. An index-only sum; each count
 * is a checkpoint beyond which nothing of its lot is read (docs/decisions/009-register-balances.md).
 */
export function openingBefore(tx: Tx, query: RegisterQuery, place: RegisterPosition): Promise<FoundOpening[]> {
  const { tenantId, items } = query;
  return tx.$queryRaw<FoundOpening[]>`
    with counted as (
      select distinct on (c."stockItemId", lot, c.bucket, c.unit) c."stockItemId", coalesce(c."lotNumber", '') as lot, c.bucket, c.unit,
        c."countedAt", c.quantity
      from "StockCount" c where c."tenantId" = ${tenantId} and c."stockItemId" = any(${[...items]}::text[]) and c.quantity is not null
        and ${before(place, Prisma.sql`c."countedAt"`, 1, Prisma.sql`c.id`)}
      order by c."stockItemId", lot, c.bucket, c.unit, c."countedAt" desc, c.id desc
    ), moved as (
      select m."stockItemId", coalesce(m."lotNumber", '') as lot, m.bucket, m.unit, sum(m.quantity) as quantity
      from "StockMovement" m left join counted c
        on c."stockItemId" = m."stockItemId" and c.lot = coalesce(m."lotNumber", '') and c.bucket = m.bucket and c.unit = m.unit
      where m."tenantId" = ${tenantId} and m."stockItemId" = any(${[...items]}::text[]) and m."movedAt" is not null
        and m.quantity is not null and (c."countedAt" is null or m."movedAt" > c."countedAt") and ${before(place, Prisma.sql`m."movedAt"`, 0, Prisma.sql`m.id`)}
      group by 1, 2, 3, 4
    )
    select "stockItemId", null as substance, lot as "lotNumber", bucket, unit, trim_scale(sum(quantity))::text as quantity
    from (select "stockItemId", lot, bucket, unit, quantity from counted union all select * from moved) b group by 1, 3, 4, 5
    union all
    select null, coalesce(d."productCode", ${unknownSubstance}), coalesce(d."lotNumber", ''), 'usable', ${movedUnit},
      trim_scale(sum(-(d.registers->'quantity'->>'v')::numeric))::text
    from ${unbooked(query)} and d."stockItemId" is null and d.registers ? 'quantity'
      and ${before(place, Prisma.sql`d."dispensedAt"`, 0, Prisma.sql`'dispense:' || d.id`)} group by 2, 3, 5
    union all
    select null, coalesce(d."productCode", ${unknownSubstance}), coalesce(m."lotNumber", ''), coalesce(m.bucket, 'usable'), coalesce(m.unit, ''),
      trim_scale(sum(m.quantity))::text
    from ${unplaced(query)} and ${before(place, Prisma.sql`m."movedAt"`, 0, Prisma.sql`m.id`)} group by 2, 3, 4, 5`;
}

export type SubstanceSum = { readonly substance: string; readonly unit: string; readonly quantity: string };

/** The present recorded balance of each stock item, and the dispenses without one. */
export function registerSums(
  tx: Tx,
  query: RegisterQuery,
): Promise<(Omit<SubstanceSum, 'substance'> & Pick<FoundEntry, 'stockItemId' | 'substance'>)[]> {
  const { tenantId, items } = query;
  return tx.$queryRaw`
    select b."stockItemId", null as substance, b.unit, trim_scale(sum(b.quantity))::text as quantity from "StockBalance" b
    where b."tenantId" = ${tenantId} and b."stockItemId" = any(${[...items]}::text[]) group by 1, 3
    union all
    select d."stockItemId", coalesce(d."productCode", ${unknownSubstance}), ${movedUnit}, trim_scale(sum(coalesce(-(d.registers->'quantity'->>'v')::numeric, 0)))::text
    from ${unbooked(query)} and d."stockItemId" is null group by 1, 2, 3
    union all
    select null, coalesce(d."productCode", ${unknownSubstance}), coalesce(m.unit, ''), trim_scale(sum(m.quantity))::text
    from ${unplaced(query)} group by 1, 2, 3`;
}

export type LackingCount = Pick<FoundEntry, 'stockItemId' | 'substance'> & {
  readonly missing: number;
  readonly self: number;
  readonly late: number;
};

/** The dispenses that still need another person's countersignature; `late` were dispensed before a moment. */
export function lackingCountersigns(tx: Tx, query: RegisterQuery, lateBefore: string): Promise<LackingCount[]> {
  return tx.$queryRaw<LackingCount[]>`
    select d."stockItemId", coalesce(d."productCode", ${unknownSubstance}) as substance,
      count(*) filter (where w.state = 'missing')::int as missing, count(*) filter (where w.state = 'self')::int as self,
      count(*) filter (where d."dispensedAt" < ${lateBefore}::timestamptz)::int as late
    from (${countersignWanted(query.tenantId)}) w join "Dispense" d on d."tenantId" = ${query.tenantId} and d.id = w.id
    where ${inBook(query)} group by 1, 2`;
}
