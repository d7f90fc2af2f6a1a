import type { Tx } from '#lib/db/base/in-tenant';
import { Prisma } from '#lib/db/generated/client';
import { canarySource } from '#lib/domain/ledger/canary';
import { namedEvents } from './named-events.ts';

export type FoundEvent = {
  readonly seq: bigint;
  readonly messageId: string;
  readonly type: string | null;
  readonly wireType: string | null;
  readonly sourceKey: string;
  readonly status: string;
  readonly cause: string | null;
  readonly paths: readonly string[] | null;
  readonly unreadable: readonly string[] | null;
  readonly occurredAt: Date | null;
  readonly receivedAt: Date;
  readonly processedAt: Date | null;
  readonly attempts: number;
  readonly nextAttemptAt: Date | null;
  readonly duplicates: number;
  readonly purgedAt: Date | null;
};

export type EventQuery = {
  readonly tenantId: string;
  readonly q?: string | undefined;
  readonly type?: string | undefined;
  readonly status?: string | undefined;
  readonly source?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Only what came more than once. */
  readonly repeated?: boolean | undefined;
  /** Only what was processed with fields that could not be read. */
  readonly unreadable?: boolean | undefined;
  readonly beforeSeq: string | null;
  readonly limit: number;
};

/** A page of kept events, newest first, without a payload. */
export function findEvents(tx: Tx, query: EventQuery): Promise<FoundEvent[]> {
  const { tenantId } = query;
  const where = [Prisma.sql`e."tenantId" = ${tenantId}`];
  if (query.beforeSeq) where.push(Prisma.sql`e.seq < ${BigInt(query.beforeSeq)}`);
  if (query.q) where.push(namedEvents(tenantId, query.q.trim()));
  if (query.type) where.push(Prisma.sql`e.type = ${query.type}`);
  if (query.status) where.push(Prisma.sql`e.status = ${query.status}`);
  if (query.unreadable) where.push(Prisma.sql`u.seq is not null`);
  if (query.repeated) where.push(Prisma.sql`e.duplicates > 0`);
  // Our own self-tests are left out unless asked for.
  if (!query.source && !query.q) where.push(Prisma.sql`e."sourceId" <> ${canarySource}`);
  if (query.source) {
    where.push(
      Prisma.sql`e."sourceId" = coalesce((select id from "Source" where "tenantId" = ${tenantId} and key = ${query.source}), ${query.source})`,
    );
  }
  if (query.from) where.push(Prisma.sql`e."receivedAt" >= ${query.from}::timestamptz`);
  if (query.to) where.push(Prisma.sql`e."receivedAt" < ${query.to}::timestamptz`);
  return tx.$queryRaw<FoundEvent[]>`
    select e.seq, e."messageId", e.type, e."wireType", coalesce(s.key, e."sourceId") as "sourceKey", e.status, d.cause, d.paths, u.paths as unreadable, e."occurredAt",
      e."receivedAt", e."processedAt", e.attempts, e."nextAttemptAt", e.duplicates, e."purgedAt"
    from "LedgerEvent" e
    left join "Source" s on s."tenantId" = ${tenantId} and s.id = e."sourceId"
    left join "DeadLetter" d on d."tenantId" = ${tenantId} and d.seq = e.seq
    left join "UnreadableEvent" u on u."tenantId" = ${tenantId} and u.seq = e.seq
    where ${Prisma.join(where, ' and ')} order by e.seq desc limit ${query.limit}`;
}

/** The events about any of the given subjects, newest first. */
export function findRelated(
  tx: Tx,
  tenantId: string,
  kinds: readonly string[],
  ids: readonly string[],
  limit: number,
): Promise<FoundEvent[]> {
  return tx.$queryRaw<FoundEvent[]>`
    select e.seq, e."messageId", e.type, e."wireType", coalesce(s.key, e."sourceId") as "sourceKey", e.status, d.cause, d.paths, u.paths as unreadable, e."occurredAt",
      e."receivedAt", e."processedAt", e.attempts, e."nextAttemptAt", e.duplicates, e."purgedAt"
    from (
      select distinct hit.seq from unnest(${[...kinds]}::text[], ${[...ids]}::text[]) as wanted(kind, id)
      cross join lateral (select x.seq from "EventSubject" x where x."tenantId" = ${tenantId} and x.kind = wanted.kind and x.id = wanted.id
        order by x."occurredAt" desc, x.seq desc limit ${limit}) hit
      order by hit.seq desc limit ${limit}
    ) r
    join "LedgerEvent" e on e."tenantId" = ${tenantId} and e.seq = r.seq
    left join "Source" s on s."tenantId" = ${tenantId} and s.id = e."sourceId"
    left join "DeadLetter" d on d."tenantId" = ${tenantId} and d.seq = e.seq
    left join "UnreadableEvent" u on u."tenantId" = ${tenantId} and u.seq = e.seq
    order by e.seq desc`;
}
