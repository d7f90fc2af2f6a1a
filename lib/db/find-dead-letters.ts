import type { DeadLetterCause, DeadLetterState } from '#lib/domain/dead-letter';
import type { DeadLetterFilter } from '#lib/domain/dead-letter-filter';
import { Prisma } from './generated/client.ts';
import type { Tx } from './in-tenant.ts';
import { namedEvents } from './named-events.ts';

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
};

const sourceIs = (tenantId: string, key: string) =>
  Prisma.sql`coalesce((select id from "Source" where "tenantId" = ${tenantId} and key = ${key}), ${key})`;

function ignoredEvents(tenantId: string, { type, source, q }: DeadLetterFilter): Prisma.Sql {
  const where = [Prisma.sql`e."tenantId" = ${tenantId} and e.status = 'ignored'`];
  if (type) where.push(Prisma.sql`e.type = ${type}`);
  if (source) where.push(Prisma.sql`e."sourceId" = ${sourceIs(tenantId, source)}`);
  if (q) where.push(namedEvents(tenantId, q));
  return Prisma.sql`select e.seq from "LedgerEvent" e where ${Prisma.join(where, ' and ')}`;
}

/** The ledger numbers that a filter means, as a query to build on (`insert … select`, `count`): all of them, whatever a page shows. */
export function matchingSeqs(tenantId: string, filter: DeadLetterFilter): Prisma.Sql {
  if (filter.status) return ignoredEvents(tenantId, filter);
  const { cause, fingerprint, source, type, state, q } = filter;
  const where = [Prisma.sql`d."tenantId" = ${tenantId}`];
  if (cause) where.push(Prisma.sql`d.cause = ${cause}`);
  if (fingerprint) where.push(Prisma.sql`d.fingerprint = ${fingerprint}`);
  if (source) where.push(Prisma.sql`d."sourceId" = ${sourceIs(tenantId, source)}`);
  if (type) where.push(Prisma.sql`d.type = ${type}`);
  if (state) where.push(Prisma.sql`d.state = ${state}`);
  const found = Prisma.sql`select d.seq from "DeadLetter" d where ${Prisma.join(where, ' and ')}`;
  if (!q) return found;
  return Prisma.sql`select e.seq from "LedgerEvent" e where e."tenantId" = ${tenantId} and ${namedEvents(tenantId, q)} and e.seq in (${found})`;
}

/** How many a filter means. */
export async function countDeadLetters(tx: Tx, tenantId: string, filter: DeadLetterFilter): Promise<number> {
  const [row] = await tx.$queryRaw<
    { count: number }[]
  >`select count(*)::int as count from (${matchingSeqs(tenantId, filter)}) m`;
  return row?.count ?? 0;
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
      (select count(*)::int from "DeadLetterEpisode" p where p."tenantId" = ${tenantId} and p.seq = d.seq) as episodes
    from "DeadLetter" d join "LedgerEvent" e on e."tenantId" = ${tenantId} and e.seq = d.seq
    left join "Source" s on s."tenantId" = ${tenantId} and s.id = d."sourceId"
    where d."tenantId" = ${tenantId} and d.seq in (${matchingSeqs(tenantId, filter)}) ${before}
    order by d.seq desc limit ${page.limit}`;
}
