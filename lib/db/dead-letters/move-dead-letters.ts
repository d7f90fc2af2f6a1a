import type { DeadLetterFilter } from '#lib/contract/dead-letters/dead-letter-filter';
import type { Tx } from '#lib/db/base/in-tenant';
import { Prisma } from '#lib/db/generated/client';
import type { DeadLetterState } from '#lib/domain/dead-letters/dead-letter';
import { matchingSeqs } from './find-dead-letters.ts';

/** Some by their ledger numbers, or all that matched a filter at a moment of the database's clock. */
export type Chosen = { readonly ids: readonly bigint[] } | { readonly filter: DeadLetterFilter; readonly asOf: string };

function which(tenantId: string, chosen: Chosen): Prisma.Sql {
  if ('ids' in chosen) return Prisma.sql`d.seq = any(${[...chosen.ids]}::bigint[])`;
  return Prisma.sql`d."openedAt" <= ${chosen.asOf}::timestamptz and d.seq in (${matchingSeqs(tenantId, chosen.filter)})`;
}

/**
 * Moves the next of the chosen, in the order of the ledger, from one state into another; returns their numbers. One that is in another
 * state by now is skipped: it belongs to a replay, or to the first caller. None is opened whose content is no longer retained: nothing
 * could be done with it.
 */
export async function moveDeadLetters(
  tx: Tx,
  tenantId: string,
  chosen: Chosen,
  move: {
    readonly from: DeadLetterState;
    readonly to: DeadLetterState;
    readonly afterSeq: bigint;
    readonly limit: number;
  },
): Promise<readonly bigint[]> {
  const { from, to, afterSeq, limit } = move;
  // Rows that a purge holds are waited for, and skipped when their content is gone.
  const retained = Prisma.sql`join "LedgerEvent" e on e."tenantId" = ${tenantId} and e.seq = d.seq and e."purgedAt" is null`;
  const settledAt = to === 'open' ? Prisma.sql`null` : Prisma.sql`clock_timestamp()`;
  const moved = await tx.$queryRaw<{ seq: bigint }[]>`
    with picked as (
      select d.seq from "DeadLetter" d ${to === 'open' ? retained : Prisma.empty}
      where d."tenantId" = ${tenantId} and d.state = ${from} and d.seq > ${afterSeq} and ${which(tenantId, chosen)}
      order by d.seq limit ${limit} for update of d ${to === 'open' ? Prisma.sql`for share of e` : Prisma.empty}
    )
    update "DeadLetter" d set state = ${to}, "settledAt" = ${settledAt} from picked
    where d."tenantId" = ${tenantId} and d.seq = picked.seq and d.state = ${from} returning d.seq`;
  return moved.map(({ seq }) => seq).sort((a, b) => (a < b ? -1 : 1));
}

/** The number of chosen discarded ones that have lost their content since, and stay so. */
export async function countNotRetained(tx: Tx, tenantId: string, chosen: Chosen): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from "DeadLetter" d
    join "LedgerEvent" e on e."tenantId" = ${tenantId} and e.seq = d.seq and e."purgedAt" is not null
    where d."tenantId" = ${tenantId} and d.state = 'discarded' and ${which(tenantId, chosen)}`;
  return row?.count ?? 0;
}
