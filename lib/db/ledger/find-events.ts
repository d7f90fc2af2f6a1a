import type { FilterOf, OrderOf } from '#lib/contract/base/list';
import type { eventsList } from '#lib/contract/ledger/events-list';
import { allOf, type Conditions, conditionsOf } from '#lib/db/base/conditions';
import type { Tx } from '#lib/db/base/in-tenant';
import { rowKeyset } from '#lib/db/base/row-keyset';
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
  readonly filter: FilterOf<typeof eventsList>;
  readonly sort?: OrderOf<typeof eventsList>;
  /** The ledger number that the page goes on after. */
  readonly after: string | null;
  readonly limit: number;
};

const byField: Conditions<FilterOf<typeof eventsList>, string> = {
  q: (q, tenantId) => namedEvents(tenantId, q),
  type: (type) => Prisma.sql`e.type = ${type}`,
  source: (key, tenantId) =>
    Prisma.sql`e."sourceId" = coalesce((select id from "Source" where "tenantId" = ${tenantId} and key = ${key}), ${key})`,
  status: (status) => Prisma.sql`e.status = ${status}`,
  from: (at) => Prisma.sql`e."receivedAt" >= ${at}::timestamptz`,
  to: (at) => Prisma.sql`e."receivedAt" < ${at}::timestamptz`,
  repeated: () => Prisma.sql`e.duplicates > 0`,
  unreadable: () => Prisma.sql`u.seq is not null`,
};

const bySeq = { column: Prisma.sql`e.seq`, type: 'bigint' } as const;

/** A page of kept events by their ledger number, newest first unless asked otherwise, without a payload. */
export function findEvents(tx: Tx, query: EventQuery): Promise<FoundEvent[]> {
  const { tenantId, filter, sort = '-received', after, limit } = query;
  const page = rowKeyset([bySeq], sort === '-received', after === null ? null : [after]);
  const where = [Prisma.sql`e."tenantId" = ${tenantId}`, page.after, ...conditionsOf(filter, byField, tenantId)];
  // Our own canaries are in nobody's way unless asked for.
  if (!filter.source && !filter.q) where.push(Prisma.sql`e."sourceId" <> ${canarySource}`);
  return tx.$queryRaw<FoundEvent[]>`
    select e.seq, e."messageId", e.type, e."wireType", coalesce(s.key, e."sourceId") as "sourceKey", e.status, d.cause, d.paths, u.paths as unreadable, e."occurredAt",
      e."receivedAt", e."processedAt", e.attempts, e."nextAttemptAt", e.duplicates, e."purgedAt"
    from "LedgerEvent" e
    left join "Source" s on s."tenantId" = ${tenantId} and s.id = e."sourceId"
    left join "DeadLetter" d on d."tenantId" = ${tenantId} and d.seq = e.seq
    left join "UnreadableEvent" u on u."tenantId" = ${tenantId} and u.seq = e.seq
    where ${allOf(where)} order by ${page.order} limit ${limit}`;
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
