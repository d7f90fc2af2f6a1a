import type { Tx } from '#lib/db/base/in-tenant';

const rowsAtOnce = 20_000n;

/**
 * Counts a part of the ledger into its minutes and hours. Of a minute that was empty until now it is also counted that it is one with events. Lag
 * counts where the sender says when the fact was, and never below zero.
 */
const count = `
with counted as (
  select "sourceId", date_trunc('minute', "receivedAt", 'UTC') as minute, count(*)::int as events,
    coalesce(sum(greatest(0, extract(epoch from "receivedAt" - "occurredAt") * 1000)), 0)::bigint as lag, count("occurredAt")::int as lagged
  from "LedgerEvent" where "tenantId" = $1 and seq > $2 and seq <= $3 group by 1, 2
), minutes as (
  insert into "FlowMinute" as m ("tenantId", "sourceId", minute, events) select $1, "sourceId", minute, events from counted
  on conflict ("tenantId", "sourceId", minute) do update set events = m.events + excluded.events
  returning m."sourceId", m.minute, (xmax = 0) as fresh
)
insert into "FlowHour" as h ("tenantId", "sourceId", hour, events, minutes, "lagMs", lagged)
select $1, c."sourceId", date_trunc('hour', c.minute, 'UTC'), sum(c.events)::int, count(*) filter (where m.fresh)::int, sum(c.lag)::bigint, sum(c.lagged)::int
from counted c join minutes m using ("sourceId", minute) group by 2, 3
on conflict ("tenantId", "sourceId", hour) do update set events = h.events + excluded.events, minutes = h.minutes + excluded.minutes,
  "lagMs" = h."lagMs" + excluded."lagMs", lagged = h.lagged + excluded.lagged`;

type Place = { readonly seq: bigint; readonly pendingSeq: bigint; readonly settled: boolean };

async function place(tx: Tx, tenantId: string): Promise<Place | null> {
  await tx.$executeRaw`insert into "FlowCursor" ("tenantId") values (${tenantId}) on conflict do nothing`;
  const [row] = await tx.$queryRaw<Place[]>`
    select seq, "pendingSeq", pg_snapshot_xmin(pg_current_snapshot())::text::bigint >= "pendingXid" as settled
    from "FlowCursor" where "tenantId" = ${tenantId} for update skip locked`;
  return row ?? null;
}

/**
 * Brings a tenant's figures up to the ledger, in the caller's transaction; returns the number of positions passed. Ledger numbers are
 * handed out before they are committed, so that a lower one may appear after a higher one: a position is counted only when every
 * transaction that was open when it was first seen has ended. Cost by new events, not by history.
 */
export async function countFlow(tx: Tx, tenantId: string): Promise<number> {
  const at = await place(tx, tenantId);
  if (!at) return 0;
  const ready = at.settled && at.pendingSeq > at.seq;
  const most = at.seq + rowsAtOnce;
  const to = !ready ? at.seq : at.pendingSeq < most ? at.pendingSeq : most;
  if (to > at.seq) await tx.$executeRawUnsafe(count, tenantId, at.seq, to);
  const whole = !(ready && to < at.pendingSeq) && at.settled;
  // The positions seen now may be counted next time.
  await tx.$executeRaw`
    update "FlowCursor" set seq = ${to}, "advancedAt" = case when ${at.settled} then clock_timestamp() else "advancedAt" end,
      "pendingSeq" = case when ${whole} then coalesce((select max(seq) from "LedgerEvent" where "tenantId" = ${tenantId}), 0) else "pendingSeq" end,
      "pendingXid" = case when ${whole} then pg_snapshot_xmax(pg_current_snapshot())::text::bigint else "pendingXid" end
    where "tenantId" = ${tenantId}`;
  return Number(to - at.seq);
}

/** Minutes are kept two days, hours somewhat longer than a year. */
export async function forgetOldFlow(tx: Tx, tenantId: string): Promise<void> {
  await tx.$executeRaw`delete from "FlowMinute" where "tenantId" = ${tenantId} and minute < now() - interval '2 days'`;
  await tx.$executeRaw`delete from "FlowHour" where "tenantId" = ${tenantId} and hour < now() - interval '400 days'`;
}
