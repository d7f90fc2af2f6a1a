import type { Tx } from '#lib/db/base/in-tenant';
import { Prisma } from '#lib/db/generated/client';
import { namedEvents } from '#lib/db/ledger/named-events';
import { type DeadLetterCause, type DeadLetterState, deadLetterStates } from '#lib/domain/dead-letters/dead-letter';
import type { DeadLetterFilter } from '#lib/domain/dead-letters/dead-letter-filter';
import { canarySource } from '#lib/domain/ledger/canary';
import { matchingTallies, sharedWhere, sourceIs, talliesOf } from './dead-letter-tallies.ts';

export type FoundDeadLetter = {
  readonly seq: bigint;
  readonly messageId: string;
  readonly type: string | null;
  readonly sourceKey: string;
  readonly queue: string;
  readonly state: DeadLetterState;
  readonly cause: DeadLetterCause;
  readonly paths: readonly string[];
  readonly fingerprint: string;
  readonly receivedAt: Date;
  readonly openedAt: Date;
  readonly settledAt: Date | null;
  readonly attempts: number;
  readonly episodes: number;
  readonly amendment: 'proposed' | 'approved' | null;
};

function ledgerEvents(tenantId: string, filter: DeadLetterFilter): Prisma.Sql {
  const { status, type, source, q, from, to } = filter;
  const where = [Prisma.sql`e."tenantId" = ${tenantId} and e.status = ${status} and e."sourceId" <> ${canarySource}`];
  if (type) where.push(Prisma.sql`e.type = ${type}`);
  if (source) where.push(Prisma.sql`e."sourceId" = ${sourceIs(tenantId, source)}`);
  if (q) where.push(namedEvents(tenantId, q));
  if (from) where.push(Prisma.sql`e."receivedAt" >= ${from}::timestamptz`);
  if (to) where.push(Prisma.sql`e."receivedAt" < ${to}::timestamptz`);
  return Prisma.sql`select e.seq from "LedgerEvent" e where ${Prisma.join(where, ' and ')}`;
}

/** The ledger numbers that a filter means, as a query to build on (`insert … select`, `count`): all of them, whatever a page shows. */
export function matchingSeqs(tenantId: string, filter: DeadLetterFilter): Prisma.Sql {
  if (filter.status) return ledgerEvents(tenantId, filter);
  const { state, q, amendment } = filter;
  const where = sharedWhere(tenantId, filter);
  if (state) where.push(Prisma.sql`d.state = ${state}`);
  if (amendment) {
    where.push(
      Prisma.sql`d.seq in (select a.seq from "Amendment" a where a."tenantId" = ${tenantId} and a.state = ${amendment})`,
    );
  }
  const found = Prisma.sql`select d.seq from "DeadLetter" d where ${Prisma.join(where, ' and ')}`;
  if (!q) return found;
  return Prisma.sql`select e.seq from "LedgerEvent" e where e."tenantId" = ${tenantId} and ${namedEvents(tenantId, q)} and e.seq in (${found})`;
}

/** Dead letters that no counter distinguishes are few: they are read from the rows themselves. */
const isNamed = ({ q, amendment }: DeadLetterFilter): boolean => Boolean(q ?? amendment);

export function tallies(tenantId: string, filter: DeadLetterFilter): Prisma.Sql {
  return isNamed(filter) ? talliesOf(tenantId, matchingSeqs(tenantId, filter)) : matchingTallies(tenantId, filter);
}

const statesOf = ({ state }: DeadLetterFilter): readonly DeadLetterState[] => (state ? [state] : deadLetterStates);

/**
 * The number of dead letters that a filter selects, read from the counters; and the database's present moment, to which a later action on
 * all of them can refer.
 */
export async function countDeadLetters(
  tx: Tx,
  tenantId: string,
  filter: DeadLetterFilter,
): Promise<{ readonly count: number; readonly asOf: Date }> {
  const counted = Prisma.raw(statesOf(filter).join(' + '));
  const [row] = await tx.$queryRaw<{ count: number; asOf: Date }[]>`
    select coalesce(sum(${counted}), 0)::int as count, clock_timestamp() as "asOf" from (${tallies(tenantId, filter)}) t`;
  return row ?? { count: 0, asOf: new Date() };
}

/** Each cause, source and state is read by its own index range down to the page's end, so that a page costs by causes and not by history. */
function pageOf(tenantId: string, filter: DeadLetterFilter, before: Prisma.Sql, limit: number): Prisma.Sql {
  if (isNamed(filter)) {
    return Prisma.sql`select d.* from "DeadLetter" d where d."tenantId" = ${tenantId} and d.seq in (${matchingSeqs(tenantId, filter)}) ${before}
      order by d.seq desc limit ${limit}`;
  }
  return Prisma.sql`select hit.* from (select distinct fingerprint, "sourceId" from (${matchingTallies(tenantId, filter)}) t) cell
    cross join unnest(${[...statesOf(filter)]}::text[]) as wanted(state)
    cross join lateral (select d.* from "DeadLetter" d where d."tenantId" = ${tenantId} and d.fingerprint = cell.fingerprint
      and d."sourceId" = cell."sourceId" and d.state = wanted.state ${before} order by d.seq desc limit ${limit}) hit
    order by hit.seq desc limit ${limit}`;
}

/** A page of dead letters, newest event first, without a payload. */
export function findDeadLetters(
  tx: Tx,
  tenantId: string,
  filter: DeadLetterFilter,
  page: { readonly beforeSeq: bigint | null; readonly limit: number },
): Promise<FoundDeadLetter[]> {
  const before = page.beforeSeq === null ? Prisma.empty : Prisma.sql`and d.seq < ${page.beforeSeq}`;
  return tx.$queryRaw<FoundDeadLetter[]>`
    select d.seq, e."messageId", d.type, coalesce(s.key, d."sourceId") as "sourceKey", d.queue, d.state, d.cause, d.paths, d.fingerprint,
      e."receivedAt", d."openedAt", d."settledAt", e.attempts,
      (select count(*)::int from "DeadLetterEpisode" p where p."tenantId" = ${tenantId} and p.seq = d.seq) as episodes,
      (select max(a.state) from "Amendment" a where a."tenantId" = ${tenantId} and a.seq = d.seq and a.state in ('proposed', 'approved')) as amendment
    from (${pageOf(tenantId, filter, before, page.limit)}) d join "LedgerEvent" e on e."tenantId" = ${tenantId} and e.seq = d.seq
    left join "Source" s on s."tenantId" = ${tenantId} and s.id = d."sourceId"
    order by d.seq desc`;
}
