import type { OrderOf } from '#lib/contract/base/list';
import type { DeadLetterFilter } from '#lib/contract/dead-letters/dead-letter-filter';
import type { deadLettersList } from '#lib/contract/dead-letters/dead-letters-list';
import { allOf, type Conditions, conditionsOf } from '#lib/db/base/conditions';
import type { Tx } from '#lib/db/base/in-tenant';
import type { Keyset } from '#lib/db/base/keyset';
import { rowKeyset } from '#lib/db/base/row-keyset';
import { Prisma } from '#lib/db/generated/client';
import { namedEvents } from '#lib/db/ledger/named-events';
import { type DeadLetterCause, type DeadLetterState, deadLetterStates } from '#lib/domain/dead-letters/dead-letter';
import { canarySource } from '#lib/domain/ledger/canary';
import { matchingTallies, type SharedFilter, sharedWhere, sourceIs, talliesOf } from './dead-letter-tallies.ts';

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

/** The fields of a filter for events that are no dead letters. */
type EventFilter = Pick<DeadLetterFilter, 'status' | 'type' | 'source' | 'q' | 'from' | 'to'>;

const ofEvents: Conditions<EventFilter, string> = {
  status: (status) => Prisma.sql`e.status = ${status}`,
  type: (type) => Prisma.sql`e.type = ${type}`,
  source: (key, tenantId) => Prisma.sql`e."sourceId" = ${sourceIs(tenantId, key)}`,
  q: (q, tenantId) => namedEvents(tenantId, q),
  from: (at) => Prisma.sql`e."receivedAt" >= ${at}::timestamptz`,
  to: (at) => Prisma.sql`e."receivedAt" < ${at}::timestamptz`,
};

function ledgerEvents(tenantId: string, filter: EventFilter): Prisma.Sql {
  const where = Prisma.sql`e."tenantId" = ${tenantId} and e."sourceId" <> ${canarySource}`;
  return Prisma.sql`select e.seq from "LedgerEvent" e where ${allOf([where, ...conditionsOf(filter, ofEvents, tenantId)])}`;
}

/** The fields of a filter that only a dead letter itself has; the counters and the events have the rest. */
type LetterFilter = Omit<DeadLetterFilter, keyof SharedFilter | keyof EventFilter>;

const ofLetters: Conditions<LetterFilter, string> = {
  state: (state) => Prisma.sql`d.state = ${state}`,
  amendment: (state, tenantId) =>
    Prisma.sql`d.seq in (select a.seq from "Amendment" a where a."tenantId" = ${tenantId} and a.state = ${state})`,
};

/** The ledger numbers that a filter means, as a query to build on (`insert … select`, `count`): all of them, whatever a page shows. */
export function matchingSeqs(tenantId: string, filter: DeadLetterFilter): Prisma.Sql {
  if (filter.status) return ledgerEvents(tenantId, filter);
  const { q } = filter;
  const where = [...sharedWhere(tenantId, filter), ...conditionsOf<LetterFilter, string>(filter, ofLetters, tenantId)];
  const found = Prisma.sql`select d.seq from "DeadLetter" d where ${allOf(where)}`;
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
function rowsOf(tenantId: string, filter: DeadLetterFilter, { order, after }: Keyset, limit: number): Prisma.Sql {
  if (isNamed(filter)) {
    return Prisma.sql`select d.* from "DeadLetter" d where d."tenantId" = ${tenantId} and d.seq in (${matchingSeqs(tenantId, filter)}) and ${after}
      order by ${order} limit ${limit}`;
  }
  return Prisma.sql`select d.* from (select distinct fingerprint, "sourceId" from (${matchingTallies(tenantId, filter)}) t) cell
    cross join unnest(${[...statesOf(filter)]}::text[]) as wanted(state)
    cross join lateral (select d.* from "DeadLetter" d where d."tenantId" = ${tenantId} and d.fingerprint = cell.fingerprint
      and d."sourceId" = cell."sourceId" and d.state = wanted.state and ${after} order by ${order} limit ${limit}) d
    order by ${order} limit ${limit}`;
}

const bySeq = [{ column: Prisma.sql`d.seq`, type: 'bigint' }] as const;

/** A page of dead letters in the order of the ledger, the last event first unless asked otherwise, without a payload. `after`: the number that it goes on after. */
export function findDeadLetters(
  tx: Tx,
  tenantId: string,
  filter: DeadLetterFilter,
  {
    sort = '-received',
    after,
    limit,
  }: {
    readonly sort?: OrderOf<typeof deadLettersList>;
    readonly after: readonly string[] | null;
    readonly limit: number;
  },
): Promise<FoundDeadLetter[]> {
  const page = rowKeyset(bySeq, sort === '-received', after);
  return tx.$queryRaw<FoundDeadLetter[]>`
    select d.seq, e."messageId", d.type, coalesce(s.key, d."sourceId") as "sourceKey", d.queue, d.state, d.cause, d.paths, d.fingerprint,
      e."receivedAt", d."openedAt", d."settledAt", e.attempts,
      (select count(*)::int from "DeadLetterEpisode" p where p."tenantId" = ${tenantId} and p.seq = d.seq) as episodes,
      (select max(a.state) from "Amendment" a where a."tenantId" = ${tenantId} and a.seq = d.seq and a.state in ('proposed', 'approved')) as amendment
    from (${rowsOf(tenantId, filter, page, limit)}) d join "LedgerEvent" e on e."tenantId" = ${tenantId} and e.seq = d.seq
    left join "Source" s on s."tenantId" = ${tenantId} and s.id = d."sourceId"
    order by ${page.order}`;
}
