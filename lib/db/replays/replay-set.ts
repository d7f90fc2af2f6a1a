import type { DeadLetterFilter } from '#lib/contract/dead-letters/dead-letter-filter';
import type { Tx } from '#lib/db/base/in-tenant';
import { matchingSeqs } from '#lib/db/dead-letters/find-dead-letters';
import { Prisma } from '#lib/db/generated/client';

/** The choice of a run's events: a filter's, or named ones. */
export type ReplayChoice = { readonly filter: DeadLetterFilter } | { readonly ids: readonly number[] };

export type NewReplayRun = {
  readonly tenantId: string;
  readonly id: string;
  readonly requestKey: string;
  readonly name: string;
  readonly reason: string;
  readonly createdBy: string;
  readonly asked: ReplayChoice;
};

function asked(tenantId: string, which: ReplayChoice): Prisma.Sql {
  if ('filter' in which) return matchingSeqs(tenantId, which.filter);
  return Prisma.sql`select unnest(${which.ids.map(BigInt)}::bigint[]) as seq`;
}

/**
 * Makes a run with its frozen set, whatever the set's size: later matches are not in it. Returns the number of its events, or null where
 * the same request made it before.
 */
export async function freezeSet(tx: Tx, run: NewReplayRun): Promise<number | null> {
  const { tenantId, id, requestKey, name, reason, createdBy } = run;
  const mode = 'filter' in run.asked && run.asked.filter.status === 'processed' ? 'reinterpret' : 'replay';
  const made = await tx.$executeRaw`
    insert into "ReplayRun" ("tenantId", id, "requestKey", mode, name, reason, asked, "createdBy", state)
    values (${tenantId}, ${id}, ${requestKey}, ${mode}, ${name}, ${reason}, ${JSON.stringify(run.asked)}::jsonb, ${createdBy}, 'previewing')
    on conflict ("tenantId", "requestKey") do nothing`;
  if (made === 0) return null;
  const total = await tx.$executeRaw`
    insert into "ReplayItem" ("tenantId", "runId", seq, "sourceId", type, cause, paths)
    select ${tenantId}, ${id}, e.seq, e."sourceId", coalesce(e.type, e."wireType"), case when ${mode} = 'replay' then l.cause end, '{}'
    from "LedgerEvent" e left join "DeadLetter" l on l."tenantId" = ${tenantId} and l.seq = e.seq
    where e."tenantId" = ${tenantId} and e.seq in (${asked(tenantId, run.asked)})`;
  await tx.$executeRaw`update "ReplayRun" set total = ${total} where "tenantId" = ${tenantId} and id = ${id}`;
  return total;
}
