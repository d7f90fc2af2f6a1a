import { prisma } from '#lib/db/base/prisma';

export type SourceMetrics = {
  readonly source: string;
  readonly lastSeconds: number | null;
  readonly sentLagSeconds: number | null;
  readonly processLagSeconds: number | null;
};

/** The figures of the workers' last rounds for every tenant's sources: a row for each source, whatever the history. */
export function sourceMetrics(): Promise<SourceMetrics[]> {
  return prisma('any').$queryRaw<SourceMetrics[]>`
    select s.key as source, extract(epoch from now() - p."lastReceivedAt")::float8 as "lastSeconds", p."sentLagMs" / 1000 as "sentLagSeconds",
      p."processLagMs" / 1000 as "processLagSeconds"
    from "SourcePulse" p join "Source" s on s."tenantId" = p."tenantId" and s.id = p."sourceId" where s."disabledAt" is null and s."pausedAt" is null`;
}

/** Open dead letters by queue; cost by how many are open. */
export function openLetters(): Promise<{ readonly queue: string; readonly count: number }[]> {
  return prisma('any').$queryRaw<{ queue: string; count: number }[]>`
    select queue, count(*)::int as count from "DeadLetter" where state = 'open' group by queue`;
}

export function openIncidents(): Promise<{ readonly kind: string; readonly count: number }[]> {
  return prisma('any').$queryRaw<{ kind: string; count: number }[]>`
    select kind, count(*)::int as count from "OpsAlert" where "recoveredAt" is null group by kind`;
}

export type Pulse = {
  readonly heartbeat: number | null;
  readonly workers: number;
  readonly workerClock: number | null;
  readonly unsealed: number | null;
  readonly counted: number | null;
  readonly canaryTrip: number | null;
  readonly canaryLast: number | null;
  readonly now: Date;
};

/** The health of the background work, over all tenants: the worst of each, in seconds. Null: none of it has run. */
export async function systemMetrics(freshSeconds: number): Promise<Pulse> {
  const [row] = await prisma('any').$queryRaw<Pulse[]>`
    select clock_timestamp() as now,
      (select extract(epoch from now() - max(at))::float8 from "Heartbeat" where "tenantId" = '*') as heartbeat,
      (select count(*)::int from "Heartbeat" where "tenantId" = '*' and at > now() - make_interval(secs => ${freshSeconds}::int)) as workers,
      (select "clockMs" / 1000.0::float8 from "Heartbeat" where "tenantId" = '*' and at > now() - make_interval(secs => ${freshSeconds}::int)
        order by abs("clockMs") desc limit 1) as "workerClock",
      (select extract(epoch from now() - min(at))::float8 from "AuditEntry" where hash is null) as unsealed,
      (select extract(epoch from now() - min("advancedAt"))::float8 from "FlowCursor") as counted,
      max(c.trip) as "canaryTrip", max(c.last) as "canaryLast"
    from (select 1) one
    left join lateral (
      select extract(epoch from l."processedAt" - l."sentAt")::float8 as trip, extract(epoch from now() - coalesce(l."sentAt", t."createdAt"))::float8 as last
      from "Tenant" t left join lateral (
        select "sentAt", "processedAt" from "Canary" k where k."tenantId" = t."tenantId" and k."processedAt" is not null order by k."sentAt" desc limit 1
      ) l on true
    ) c on true`;
  if (!row) throw new Error('the database did not answer');
  return row;
}
