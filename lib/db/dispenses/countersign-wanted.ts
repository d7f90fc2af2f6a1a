import { Prisma } from '#lib/db/generated/client';
import { itemsListed } from './listed-schedules.ts';

/** The countersignature of the dispense `d`, as `countersignOf` reads it of one of schedule II. */
const signed = Prisma.sql`case
  when d.registers ? 'countersignedBy' and not coalesce((d.registers->'countersignedIds'->'v') ? (d.registers->'pharmacistId'->>'v'), false) then 'done'
  when d.registers->'counterSignId'->>'v' is null then case when d.registers ? 'countersignedBy' then 'self' else 'missing' end
  when d.registers->'counterSignId'->>'v' = d.registers->'pharmacistId'->>'v' then 'self' else 'done' end`;

/**
 * Dispenses that still need another person's countersignature, with their present `countersign`: those that their source put in schedule
 * II, and those that only the tenant's product directory puts there. `id`, `state`.
 */
export function countersignWanted(tenantId: string): Prisma.Sql {
  return Prisma.sql`select d.id, d.countersign as state from "Dispense" d
    where d."tenantId" = ${tenantId} and d.countersign in ('missing', 'self') and d."dispensedAt" is not null
    union all select d.id, d.state from (select d.id, ${signed} as state from "Dispense" d
      where d."tenantId" = ${tenantId} and d."stockItemId" in (${itemsListed(tenantId, 'II')}) and coalesce(d.schedule, '?') = '?'
        and d.countersign is distinct from 'missing' and d.countersign is distinct from 'self' and d."dispensedAt" is not null) d
    where d.state <> 'done'`;
}
