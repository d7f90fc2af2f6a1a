import type { Tx } from '#lib/db/base/in-tenant';
import { listedSchedule } from '#lib/db/dispenses/listed-schedules';
import { Prisma } from '#lib/db/generated/client';
import { liesAt } from '#lib/db/stock/own-stock';

/** A stock item of the controlled register: by its controlled dispenses, or by the tenant's product directory. */
export type RegisterItem = {
  readonly id: string;
  readonly substance: string;
  readonly code: string | null;
  readonly display: string | null;
  readonly schedule: string;
};

/**
 * The stock items of the register. Several items of one product are one substance; one whose product no delivery named goes by what its
 * controlled dispenses call it, else by its own id. The directory's schedule and name take precedence over the sources'. `places`: only
 * items at these locations.
 */
export function registerItems(
  tx: Tx,
  tenantId: string,
  asked: { readonly substance?: string | undefined; readonly schedule?: string | undefined },
  places?: readonly string[] | undefined,
): Promise<RegisterItem[]> {
  const substance = asked.substance ? Prisma.sql`and substance = ${asked.substance}` : Prisma.empty;
  const schedule = asked.schedule ? Prisma.sql`and schedule = ${asked.schedule}` : Prisma.empty;
  return tx.$queryRaw<RegisterItem[]>`
    with listed as (
      select c.id as code, nullif(p.registers->'display'->>'v', '') as display, ${listedSchedule} as schedule
      from "Product" p join "ProductCode" c on c."tenantId" = p."tenantId" and c."productId" = p.id
      where p."tenantId" = ${tenantId} and c."tenantId" = ${tenantId} and ${listedSchedule} is not null
    ), named as (
      select s.id, s.schedule, coalesce(s."productCode", s.registers->'controlledCode'->>'v') as code,
        coalesce(s.registers->'display'->>'v', s.registers->'controlledDisplay'->>'v') as display
      from "StockItem" s where s."tenantId" = ${tenantId} and ${liesAt(tenantId, Prisma.sql`s.id`, places)}
        and (s.schedule is not null or s."productCode" in (select substr(code, strpos(code, ':') + 1) from listed))
    )
    select * from (
      select n.id, coalesce(n.code, n.id) as substance, n.code, coalesce(l.display, n.display) as display,
        coalesce(l.schedule, n.schedule) as schedule
      from named n left join listed l on l.code = split_part(n.id, ':', 1) || ':' || n.code
    ) i where schedule is not null ${substance} ${schedule} order by substance, id`;
}
