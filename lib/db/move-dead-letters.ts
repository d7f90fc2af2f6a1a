import type { DeadLetterState } from '#lib/domain/dead-letter';
import type { DeadLetterFilter } from '#lib/domain/dead-letter-filter';
import { matchingSeqs } from './find-dead-letters.ts';
import { Prisma } from './generated/client.ts';
import type { Tx } from './in-tenant.ts';

/** Some by their ledger numbers, or all that matched a filter at a moment of the database's clock. */
export type Chosen = { readonly ids: readonly bigint[] } | { readonly filter: DeadLetterFilter; readonly asOf: string };

/**
 * Takes the next of the chosen, in the order of the ledger, from one state into another; answers their numbers. One that is in another state by now
 * is passed over: it belongs to a replay, or to whoever was first.
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
  const which =
    'ids' in chosen
      ? Prisma.sql`d.seq = any(${[...chosen.ids]}::bigint[])`
      : Prisma.sql`d."openedAt" <= ${chosen.asOf}::timestamptz and d.seq in (${matchingSeqs(tenantId, chosen.filter)})`;
  const settledAt = to === 'open' ? Prisma.sql`null` : Prisma.sql`clock_timestamp()`;
  const moved = await tx.$queryRaw<{ seq: bigint }[]>`
    with picked as (
      select d.seq from "DeadLetter" d where d."tenantId" = ${tenantId} and d.state = ${from} and d.seq > ${afterSeq} and ${which}
      order by d.seq limit ${limit} for update
    )
    update "DeadLetter" d set state = ${to}, "settledAt" = ${settledAt} from picked
    where d."tenantId" = ${tenantId} and d.seq = picked.seq and d.state = ${from} returning d.seq`;
  return moved.map(({ seq }) => seq).sort((a, b) => (a < b ? -1 : 1));
}
