import { Prisma } from '#lib/db/generated/client';
import { dispensesOf, sameProduct } from '#lib/db/stock/stock-sql';

/** The recalls and the people to read. `prescriberIds` null: all of the tenant's; a list: only what these prescribed. */
export type RecallReading = {
  readonly tenantId: string;
  readonly recallIds: readonly string[];
  readonly prescriberIds: readonly string[] | null;
};

/**
 * True when the dispense `d` became known only after the recall `m`: something of what makes it one of the lot's came later, and no event from
 * before had all of it. A repeat of a known dispense under its other name is no news.
 */
function knownAfter(tenantId: string): Prisma.Sql {
  const by = (field: string) => Prisma.sql`coalesce((d.registers->${field}::text->>'by')::bigint, 0)`;
  return Prisma.sql`(greatest(${by('dispensedAt')}, ${by('stockItemId')}, ${by('lotNumber')}) > m.seq and not exists (
    select from "EventSubject" e join "EventSubject" o on o."tenantId" = ${tenantId} and o.seq = e.seq and case when m."lotNumber" is null
        then o.kind = 'stock_item' and o.id = d."stockItemId"
        else o.kind = 'lot' and o.id = (select l.id from "Lot" l
          where l."tenantId" = ${tenantId} and l."stockItemId" = d."stockItemId" and l."lotNumber" = d."lotNumber") end
    where e."tenantId" = ${tenantId} and e.kind = 'dispense' and e.id = d.id and e.seq < m.seq
      and not exists (select from "EventSubject" r where r."tenantId" = ${tenantId} and r.seq = e.seq and r.kind = 'return')))`;
}

/** The lots that the cases name (`lotNumber` null: every lot of the stock item), when and by which event they were recalled, and when a closed case was closed. */
const named = ({ tenantId, recallIds }: RecallReading) => Prisma.sql`
  named as (
    select l."recallId", l."stockItemId", l."lotNumber", l.registers->'recalledAt'->>'v' as at, (l.registers->'recalledAt'->>'by')::bigint as seq,
      c.at as "closedAt", c.seq as "closedSeq"
    from "RecallLot" l left join lateral (
      select k.registers->'state'->>'at' as at, (k.registers->'state'->>'by')::bigint as seq from "RecallCase" k
      where k."tenantId" = ${tenantId} and k.id = l."recallId" and k.registers->'state'->>'v' = 'closed') c on true
    where l."tenantId" = ${tenantId} and l."recallId" = any(${[...recallIds]}::text[])
  )`;

/** The same, with that number of the same product at other stock items: a lot is a product's, never another product's. */
const meant = ({ tenantId }: RecallReading) => Prisma.sql`
  meant as (
    select * from named union
    select l."recallId", s.id, l."lotNumber", l.at, l.seq, l."closedAt", l."closedSeq" from named l
      join "StockItem" n on n."tenantId" = ${tenantId} and n.id = l."stockItemId"
      join "StockItem" s on s."tenantId" = ${tenantId} and ${sameProduct('s', 'n')} and s.id <> n.id
    where l."lotNumber" is not null
  )`;

/**
 * Every dispense of the recalled lots, once for a case: its recipient; true in `after` where it was given after the recall, and in the next column
 * where it became known only after it; and whether all of it came `back`, now and by the closing (`backThen`).
 */
function given({ tenantId, prescriberIds }: RecallReading): Prisma.Sql {
  const own =
    prescriberIds === null ? Prisma.empty : Prisma.sql`and p."prescriberId" = any(${[...prescriberIds]}::text[])`;
  return Prisma.sql`
  given as (
    select distinct on (m."recallId", d.id) m."recallId", d.id, coalesce(d."patientId", p."patientId", 'dispense:' || d.id) as person,
      d."dispensedAt" as at, m."closedAt", d."dispensedAt" > m.at::timestamptz as after, ${knownAfter(tenantId)} as told,
      d.returned and coalesce(b.back >= (d.registers->'quantity'->>'v')::numeric, false) as back,
      d.returned and coalesce(b."backThen" >= (d.registers->'quantity'->>'v')::numeric, false) as "backThen"
    from meant m
      join lateral ${dispensesOf(tenantId, 'm')} d on true
      left join "Prescription" p on p."tenantId" = ${tenantId} and p.id = d."prescriptionId"
      left join lateral (
        select sum((r.registers->'quantity'->>'v')::numeric) as back, sum((r.registers->'quantity'->>'v')::numeric) filter (
          where r.registers->'returnedAt'->>'v' <= m."closedAt" or (r.registers->'returnedAt'->>'by')::bigint < m."closedSeq") as "backThen"
        from "StockReturn" r
        where d.returned and r."tenantId" = ${tenantId} and r."dispenseId" = d.id
          and coalesce(lower(r.registers->'unit'->>'v'), '') in ('', coalesce(lower(d.registers->'unit'->>'v'), ''))
      ) b on true
    where d."dispensedAt" is not null ${own}
    order by m."recallId", d.id, m.at
  )`;
}

/**
 * Every dispense of the lots that some cases are about, as the CTEs `named`, `meant` and `given`. Read through the lot's own index: a recall writes
 * a row, whether it touches three people or ten thousand, and a dispense that comes later is in it at once.
 */
export function recalledDispenses(reading: RecallReading): Prisma.Sql {
  return Prisma.join([named(reading), meant(reading), given(reading)], ',');
}
