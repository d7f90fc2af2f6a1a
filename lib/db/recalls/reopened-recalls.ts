import type { Tx } from '#lib/db/base/in-tenant';
import { isOpenRecall } from '#lib/db/stock/stock-sql';
import { joinedSince } from './recall-people.ts';

type Closed = { readonly id: string; readonly named: boolean };

/**
 * Closed cases that are open again, until they are closed anew: they have a person who was not settled at the closing, or a lot that they
 * did not name then.
 */
export async function reopenedRecalls(tx: Tx, tenantId: string): Promise<readonly string[]> {
  const closed = await tx.$queryRaw<Closed[]>`
    select c.id, exists (select from "RecallLot" l where l."tenantId" = ${tenantId} and l."recallId" = c.id
      and not c.registers->'closedLots'->'v' ? l.id) as named
    from "RecallCase" c where c."tenantId" = ${tenantId} and c.registers->'state'->>'v' = 'closed'`;
  const named = closed.flatMap((one) => (one.named ? [one.id] : []));
  const rest = closed.flatMap((one) => (one.named ? [] : [one.id]));
  return [...named, ...(await joinedSince(tx, tenantId, rest))];
}

/** The number of open cases, and the time of the first of them. */
export async function openRecalls(tx: Tx, tenantId: string): Promise<{ count: number; oldest: string | null }> {
  const open = isOpenRecall(await reopenedRecalls(tx, tenantId));
  const [row] = await tx.$queryRaw<{ count: number; oldest: string | null }[]>`
    select count(*)::int as count, min(c.registers->'recalledAt'->>'v') as oldest from "RecallCase" c
    where c."tenantId" = ${tenantId} and c.registers ? 'recalledAt' and ${open}`;
  return row ?? { count: 0, oldest: null };
}
