import type { Tx } from '#lib/db/base/in-tenant';
import type { SourceFlow } from '#lib/db/flow/flow-facts';
import type { FlowSource } from '#lib/db/flow/flow-sources';
import { type Habit, habitOf, type PastHour } from '#lib/domain/connections/habit';

const hourMs = 3_600_000;
/**
 * The weeks from which a usual pattern is computed: long enough for each hour of the week to come eight times, short enough to follow a
 * clinic that changes.
 */
const habitMs = 56 * 24 * hourMs;

/** The usual pattern up to the last event: if the silence after it counted, a lasting one would become the pattern, and be over by itself. */
async function habitFrom(
  tx: Tx,
  tenantId: string,
  { id, lastReceivedAt }: FlowSource,
  now: number,
  zone: string,
): Promise<Habit> {
  const heard = lastReceivedAt === null ? now : lastReceivedAt.getTime() + hourMs;
  const until = Math.floor(Math.min(now, heard) / hourMs) * hourMs;
  const since = new Date(until - habitMs);
  const rows = await tx.$queryRaw<{ hour: Date; events: number; minutes: number }[]>`
    select hour, events, minutes from "FlowHour" where "tenantId" = ${tenantId} and "sourceId" = ${id} and hour >= ${since} and hour < ${new Date(until)}
    order by hour`;
  const known = rows.map((row): PastHour => ({ ...row, hour: row.hour.getTime() }));
  const first = known[0];
  // The hour of the first event was not whole.
  return first ? habitOf(known, first.hour + hourMs, until, zone) : [];
}

const ms = (seconds: number | null) => (seconds === null ? null : Math.round(Math.max(0, seconds) * 1000));

/** Stores this round's figures, for readers of all tenants at once; once an hour a source's usual pattern is computed anew. Returns whether it was. */
export async function keepPulse(
  tx: Tx,
  tenantId: string,
  { source }: SourceFlow,
  now: Date,
  zone: string,
): Promise<boolean> {
  const hour = Math.floor(now.getTime() / hourMs);
  const due = source.habitAt === null || Math.floor(source.habitAt.getTime() / hourMs) < hour;
  const habit = due ? JSON.stringify(await habitFrom(tx, tenantId, source, now.getTime(), zone)) : null;
  await tx.$executeRaw`
    insert into "SourcePulse" as p ("tenantId", "sourceId", at, "lastReceivedAt", "sentLagMs", "processLagMs", habit, "habitAt")
    values (${tenantId}, ${source.id}, ${now}, ${source.lastReceivedAt}, ${ms(source.sentLag)}::float8, ${ms(source.processLag)}::float8, ${habit}::jsonb,
      ${due ? now : null}::timestamptz)
    on conflict ("tenantId", "sourceId") do update set at = excluded.at, "lastReceivedAt" = excluded."lastReceivedAt", "sentLagMs" = excluded."sentLagMs",
      "processLagMs" = excluded."processLagMs", habit = coalesce(excluded.habit, p.habit), "habitAt" = coalesce(excluded."habitAt", p."habitAt")`;
  return due;
}
