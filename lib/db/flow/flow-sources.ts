import type { Tx } from '#lib/db/base/in-tenant';
import type { Habit } from '#lib/domain/connections/habit';
import { canarySource } from '#lib/domain/ledger/canary';
import { ownSource } from '#lib/domain/ledger/own-source';

/** The tenant's own acts and canaries are no sender's. */
const ours = [ownSource, canarySource];

export type FlowSource = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly format: string;
  readonly disabledAt: Date | null;
  readonly pausedAt: Date | null;
  readonly pausedSeconds: number | null;
  readonly stateBy: string | null;
  readonly stateReason: string | null;
  readonly activeSince: Date | null;
  readonly ageSeconds: number;
  readonly lastReceivedAt: Date | null;
  readonly lastSeq: bigint | null;
  readonly quietSeconds: number | null;
  readonly lately: number;
  readonly sentLag: number | null;
  readonly processLag: number | null;
  readonly usualSentLag: number | null;
  readonly everyMinutes: number | null;
  readonly fromHour: number | null;
  readonly toHour: number | null;
  readonly setAt: Date | null;
  readonly setBy: string | null;
  readonly habit: Habit | null;
  readonly habitAt: Date | null;
};

/**
 * A tenant's sources, with the last event of each and the lags of its last fifty, as far as they are of the last quarter of an hour:
 * seconds from the fact to the receipt in the middle, from the receipt to the processing at the 95th of a hundred.
 */
export function flowSources(tx: Tx, tenantId: string): Promise<FlowSource[]> {
  return tx.$queryRaw<FlowSource[]>`
    select s.id, s.key, s.name, s.format, s."disabledAt", s."pausedAt", s."stateBy", s."stateReason", s."activeSince",
      extract(epoch from now() - s."pausedAt")::float8 as "pausedSeconds", extract(epoch from now() - s."createdAt")::float8 as "ageSeconds",
      l."receivedAt" as "lastReceivedAt", l.seq as "lastSeq", greatest(0, extract(epoch from now() - l."receivedAt"))::float8 as "quietSeconds",
      n.lately, n.sent as "sentLag", n.processed as "processLag", h.lag as "usualSentLag",
      x."everyMinutes", x."fromHour", x."toHour", x."setAt", u.name as "setBy", p.habit, p."habitAt"
    from "Source" s
    left join lateral (
      select e.seq, e."receivedAt" from "LedgerEvent" e where e."tenantId" = ${tenantId} and e."sourceId" = s.id order by e.seq desc limit 1
    ) l on true
    left join lateral (
      select count(*)::int as lately, percentile_cont(0.5) within group (order by extract(epoch from r."receivedAt" - r."occurredAt"))::float8 as sent,
        percentile_cont(0.95) within group (order by extract(epoch from r."processedAt" - r."receivedAt"))::float8 as processed
      from (
        select e."receivedAt", e."occurredAt", e."processedAt" from "LedgerEvent" e
        where e."tenantId" = ${tenantId} and e."sourceId" = s.id order by e.seq desc limit 50
      ) r where r."receivedAt" > now() - interval '15 minutes'
    ) n on true
    left join lateral (
      select case when sum(f.lagged) >= 50 then sum(f."lagMs")::float8 / sum(f.lagged) / 1000 end as lag from "FlowHour" f
      where f."tenantId" = ${tenantId} and f."sourceId" = s.id and f.hour >= now() - interval '7 days' and f.hour < now() - interval '2 hours'
    ) h on true
    left join "SourceExpectation" x on x."tenantId" = ${tenantId} and x."sourceId" = s.id
    left join "User" u on u."tenantId" = ${tenantId} and u.id = x."setBy"
    left join "SourcePulse" p on p."tenantId" = ${tenantId} and p."sourceId" = s.id
    where s."tenantId" = ${tenantId} and s.id <> all(${ours}::text[]) order by s."disabledAt" is not null, s.name, s.key`;
}

export type EventTally = { readonly sourceId: string; readonly at: Date; readonly events: number };

/** The position up to which the tenant's events are counted. Locked until the transaction ends, so that counted and later events do not overlap. */
export async function countedTo(tx: Tx, tenantId: string): Promise<bigint> {
  const [row] = await tx.$queryRaw<{ seq: bigint }[]>`
    select seq from "FlowCursor" where "tenantId" = ${tenantId} for share`;
  return row?.seq ?? 0n;
}

/** Events received by source and hour since `from` (a whole hour): what was counted, and what came since `counted`. */
export function hourTallies(tx: Tx, tenantId: string, counted: bigint, from: Date): Promise<EventTally[]> {
  return tx.$queryRaw<EventTally[]>`
    select id as "sourceId", at, sum(events)::int as events from (
      select s.id, h.hour as at, h.events from "Source" s join "FlowHour" h on h."tenantId" = ${tenantId} and h."sourceId" = s.id and h.hour >= ${from}
      where s."tenantId" = ${tenantId}
      union all
      select e."sourceId", date_trunc('hour', e."receivedAt", 'UTC'), 1 from "LedgerEvent" e
      where e."tenantId" = ${tenantId} and e.seq > ${counted} and e."receivedAt" >= ${from}
    ) t group by 1, 2 order by 1, 2`;
}

/** The same by source alone, since a whole minute. */
export function minuteTallies(
  tx: Tx,
  tenantId: string,
  counted: bigint,
  from: Date,
): Promise<Omit<EventTally, 'at'>[]> {
  return tx.$queryRaw<Omit<EventTally, 'at'>[]>`
    select id as "sourceId", sum(events)::int as events from (
      select s.id, m.events from "Source" s join "FlowMinute" m on m."tenantId" = ${tenantId} and m."sourceId" = s.id and m.minute >= ${from}
      where s."tenantId" = ${tenantId}
      union all
      select e."sourceId", 1 from "LedgerEvent" e
      where e."tenantId" = ${tenantId} and e.seq > ${counted} and e."receivedAt" >= ${from}
    ) t group by 1`;
}

export type Failures = {
  readonly sourceId: string;
  readonly quarantined: number;
  readonly dead: number;
  readonly repeated: number;
  readonly unreadable: number;
  readonly open: number;
  readonly deadLately: number;
};

/** Failures and duplicates among events received since `from`; dead letters that are open now, and those of the last quarter of an hour. */
export function flowFailures(tx: Tx, tenantId: string, from: Date): Promise<Failures[]> {
  return tx.$queryRaw<Failures[]>`
    select s.id as "sourceId",
      (select count(*)::int from "LedgerEvent" e where e."tenantId" = ${tenantId} and e."sourceId" = s.id and e.status = 'quarantined' and e."receivedAt" >= ${from}) as quarantined,
      (select count(*)::int from "LedgerEvent" e where e."tenantId" = ${tenantId} and e."sourceId" = s.id and e.status = 'dead' and e."receivedAt" >= ${from}) as dead,
      (select count(*)::int from "LedgerEvent" e where e."tenantId" = ${tenantId} and e."sourceId" = s.id and e.duplicates > 0 and e."receivedAt" >= ${from}) as repeated,
      (select count(*)::int from "UnreadableEvent" u join "LedgerEvent" e on e."tenantId" = ${tenantId} and e.seq = u.seq
        where u."tenantId" = ${tenantId} and u."sourceId" = s.id and u."readAt" >= ${from} and e."receivedAt" >= ${from}) as unreadable,
      (select count(*)::int from "DeadLetter" d where d."tenantId" = ${tenantId} and d."sourceId" = s.id and d.state = 'open') as open,
      (select count(*)::int from "DeadLetter" d where d."tenantId" = ${tenantId} and d."sourceId" = s.id and d.state = 'open'
        and d."openedAt" > now() - interval '15 minutes') as "deadLately"
    from "Source" s where s."tenantId" = ${tenantId}`;
}

export type RefusedDeliveries = {
  readonly sourceId: string;
  readonly fault: string;
  readonly count: number;
  /** Of this hour and the one before. */
  readonly lately: number;
  readonly secondsAgo: number;
};

/** Requests refused since `from` (a whole hour), by source and fault. */
export function flowRefusals(tx: Tx, tenantId: string, from: Date): Promise<RefusedDeliveries[]> {
  return tx.$queryRaw<RefusedDeliveries[]>`
    select r."sourceId", r.fault, sum(r.count)::int as count, coalesce(sum(r.count) filter (where r.hour >= now() - interval '2 hours'), 0)::int as lately,
      extract(epoch from now() - max(r."lastAt"))::float8 as "secondsAgo"
    from "Source" s join "SourceRefusal" r on r."tenantId" = ${tenantId} and r."sourceId" = s.id and r.hour >= ${from}
    where s."tenantId" = ${tenantId} group by 1, 2 order by 1, 3 desc`;
}

/** More are not counted one by one. */
export const mostQueued = 10_000;

export type QueuedEvents = {
  readonly sourceId: string;
  readonly waiting: number;
  readonly oldestReceivedAt: Date;
  readonly dueSeconds: number;
};

/** The events pending processing, by source: their number (of the first ten thousand), the oldest, and how long the oldest due one has been due. */
export function flowQueue(tx: Tx, tenantId: string): Promise<QueuedEvents[]> {
  return tx.$queryRaw<QueuedEvents[]>`
    select "sourceId", count(*)::int as waiting, min("receivedAt") as "oldestReceivedAt",
      greatest(0, extract(epoch from now() - min("nextAttemptAt")))::float8 as "dueSeconds"
    from (
      select "sourceId", "receivedAt", "nextAttemptAt" from "LedgerEvent" where "tenantId" = ${tenantId} and status = 'received' order by seq limit ${mostQueued}
    ) q group by 1`;
}
