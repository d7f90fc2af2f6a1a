import type { Tx } from '#lib/db/base/in-tenant';
import { Prisma } from '#lib/db/generated/client';

/** II to V as the directory may write it: `C-II`, `cii`, `2`; null otherwise. */
export const listedSchedule = Prisma.sql`case regexp_replace(upper(btrim(p.registers->'schedule'->>'v')), '^C-?', '')
  when 'II' then 'II' when '2' then 'II' when 'III' then 'III' when '3' then 'III'
  when 'IV' then 'IV' when '4' then 'IV' when 'V' then 'V' when '5' then 'V' end`;

/** Products `p` of the tenant's directory, with their codes `c` and the stock items `s` that are named by one. */
const listedItems = (
  tenantId: string,
) => Prisma.sql`"Product" p join "ProductCode" c on c."tenantId" = ${tenantId} and c."productId" = p.id
  join "StockItem" s on s."tenantId" = ${tenantId} and s."productCode" = substr(c.id, strpos(c.id, ':') + 1)
    and split_part(s.id, ':', 1) = split_part(c.id, ':', 1)`;

/** Stock items whose product the tenant's directory lists under a schedule. */
export function itemsListed(tenantId: string, schedule: string): Prisma.Sql {
  return Prisma.sql`select s.id from ${listedItems(tenantId)} where p."tenantId" = ${tenantId} and ${listedSchedule} = ${schedule}`;
}

/** The schedule that the tenant's directory lists each stock item under; null for one that it does not. */
export async function listedSchedules(
  tx: Tx,
  tenantId: string,
  stockItemIds: Iterable<string>,
): Promise<(stockItemId: string | null) => string | null> {
  const rows = await tx.$queryRaw<{ id: string; schedule: string | null }[]>`
    select s.id, ${listedSchedule} as schedule from ${listedItems(tenantId)}
    where p."tenantId" = ${tenantId} and s.id = any(${[...new Set(stockItemIds)]}::text[])`;
  const listed = new Map(rows.map(({ id, schedule }) => [id, schedule]));
  return (id) => listed.get(id ?? '') ?? null;
}
