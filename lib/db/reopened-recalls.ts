import { Prisma } from './generated/client.ts';
import type { Tx } from './in-tenant.ts';
import { sameProduct } from './stock-sql.ts';

/**
 * Closed cases that a late event opened again: a dispense of their lots was heard of after the closing. They stay open until they are closed anew.
 * The lot's own events are asked first (an index of numbers), and its dispenses only where something was heard at all.
 */
export async function reopenedRecalls(tx: Tx, tenantId: string): Promise<readonly string[]> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    select c.id from "RecallCase" c where c."tenantId" = ${tenantId} and c.registers->'state'->>'v' = 'closed' and exists (
      select from "RecallLot" rl join "StockItem" n on n."tenantId" = ${tenantId} and n.id = rl."stockItemId"
        join "Lot" l on l."tenantId" = ${tenantId} and (l."lotNumber" = rl."lotNumber" or (rl."lotNumber" is null and l."stockItemId" = n.id))
        join "StockItem" s on s."tenantId" = ${tenantId} and s.id = l."stockItemId" and (s.id = n.id or ${sameProduct('s', 'n')})
      where rl."tenantId" = ${tenantId} and rl."recallId" = c.id
        and exists (select from "EventSubject" e where e."tenantId" = ${tenantId} and e.kind = 'lot' and e.id = l.id
          and e.seq > (c.registers->'state'->>'by')::bigint)
        and exists (select from "Dispense" d where d."tenantId" = ${tenantId} and d."stockItemId" = l."stockItemId" and d."lotNumber" = l."lotNumber"
          and (d.registers->'dispensedAt'->>'by')::bigint > (c.registers->'state'->>'by')::bigint))`;
  return found.map(({ id }) => id);
}

/** Whether the case `c` is open: it was never closed, or a late event opened it again. */
export function isOpenRecall(reopened: readonly string[]): Prisma.Sql {
  return Prisma.sql`(coalesce(c.registers->'state'->>'v', 'open') = 'open' or c.id = any(${[...reopened]}::text[]))`;
}

/** How many cases are open, and since when the first of them. */
export async function openRecalls(tx: Tx, tenantId: string): Promise<{ count: number; oldest: string | null }> {
  const open = isOpenRecall(await reopenedRecalls(tx, tenantId));
  const [row] = await tx.$queryRaw<{ count: number; oldest: string | null }[]>`
    select count(*)::int as count, min(c.registers->'recalledAt'->>'v') as oldest from "RecallCase" c
    where c."tenantId" = ${tenantId} and c.registers ? 'recalledAt' and ${open}`;
  return row ?? { count: 0, oldest: null };
}
