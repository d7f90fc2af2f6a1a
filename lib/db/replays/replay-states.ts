import type { Tx } from '#lib/db/base/in-tenant';
import type { ReplayState } from '#lib/domain/replays/replay';
import { dropPlan, planKeptHours } from './reinterpret-plan.ts';
import { aloneWith, type RunName } from './replay-preview.ts';

type Runner = Pick<Tx, '$queryRaw' | '$executeRaw'>;

/** Records the progress of a preview; returns whether it is still wanted. */
export async function previewReached(tx: Runner, { tenantId, id }: RunName, previewed: number): Promise<boolean> {
  const still = await tx.$executeRaw`
    update "ReplayRun" set previewed = ${previewed} where "tenantId" = ${tenantId} and id = ${id} and state = 'previewing'`;
  return still > 0;
}

/** Sums up a completed preview, on its run. */
export async function concludePreview(tx: Runner, { tenantId, id }: RunName, readUntil: Date): Promise<void> {
  await tx.$executeRaw`
    with item as (
      select coalesce(s.key, i."sourceId") as source, coalesce(i.type, '') as type, coalesce(i.cause, '') as cause, i.predicted
      from "ReplayItem" i left join "Source" s on s."tenantId" = ${tenantId} and s.id = i."sourceId"
      where i."tenantId" = ${tenantId} and i."runId" = ${id}
    )
    update "ReplayRun" r set state = 'previewed', "previewedAt" = clock_timestamp(), previewed = r.total, "readUntil" = ${readUntil},
      "willProcess" = (select count(*) from item where predicted = 'process'), "willFail" = (select count(*) from item where predicted = 'fail'),
      "willSkip" = (select count(*) from item where predicted = 'skip'),
      "bySource" = (select coalesce(jsonb_object_agg(source, n), '{}') from (select source, count(*) as n from item group by 1) g),
      "byType" = (select coalesce(jsonb_object_agg(type, n), '{}') from (select type, count(*) as n from item where type <> '' group by 1) g),
      "byCause" = (select coalesce(jsonb_object_agg(cause, n), '{}') from (select cause, count(*) as n from item where cause <> '' group by 1) g),
      changed = (select coalesce(jsonb_object_agg(model, n), '{}') from (
        select model, count(*) as n from "ReplayChange" where "tenantId" = ${tenantId} and "runId" = ${id} group by 1) g),
      "newerState" = (select count(*) from "ReplayNewer" where "tenantId" = ${tenantId} and "runId" = ${id})
    where r."tenantId" = ${tenantId} and r.id = ${id} and r.state = 'previewing'`;
}

/** Previews that wait to be made, whatever their tenant, oldest first. */
export function previewsWaiting(tx: Runner, limit: number): Promise<RunName[]> {
  return tx.$queryRaw<RunName[]>`
    select "tenantId", id from "ReplayRun" where state = 'previewing' order by "createdAt" limit ${limit}`;
}

/** Moves a run from one of some states to another. Returns whether it was in one of them. */
export async function moveRun(
  tx: Runner,
  { tenantId, id }: RunName,
  from: readonly ReplayState[],
  to: ReplayState,
): Promise<boolean> {
  const moved = await tx.$executeRaw`
    update "ReplayRun" set state = ${to}, "paceAt" = case when ${to} = 'running' then now() end,
      "endedAt" = case when ${to} = 'canceled' then clock_timestamp() end
    where "tenantId" = ${tenantId} and id = ${id} and state = any(${[...from]}::text[])`;
  return moved > 0;
}

/** Begins a run that was previewed and never begun. Its dead letters are its own from here on. Returns whether it was this call that began it. */
export async function beginRun(
  tx: Runner,
  { tenantId, id }: RunName,
  begun: { readonly ratePerSecond: number; readonly startedBy: string },
): Promise<boolean> {
  const moved = await tx.$executeRaw`
    update "ReplayRun" set state = 'running', "ratePerSecond" = ${begun.ratePerSecond}, "startedBy" = ${begun.startedBy}, "startedAt" = clock_timestamp(),
      "paceAt" = now() where "tenantId" = ${tenantId} and id = ${id} and state = 'previewed'
      and (mode = 'replay' or "previewedAt" > now() - make_interval(hours => ${planKeptHours}::int))`;
  if (moved === 0) return false;
  await tx.$executeRaw`
    update "DeadLetter" l set state = 'replaying', "replayRunId" = ${id} where l."tenantId" = ${tenantId} and l.state = 'open'
      and l.seq in (select seq from "ReplayItem" where "tenantId" = ${tenantId} and "runId" = ${id})`;
  return true;
}

/**
 * Items that a canceled run did not reach are skipped, and their dead letters are open again. A running preview holds the items: they are
 * left as they are, and read as skipped (`find-replay-rows.ts`), so that neither waits for the other.
 */
export async function releaseItems(tx: Runner, { tenantId, id }: RunName): Promise<void> {
  await tx.$executeRaw`
    with alone as materialized (select ${aloneWith({ tenantId, id })} as held)
    update "ReplayItem" set outcome = 'skipped', why = 'canceled', "settledAt" = clock_timestamp()
    where "tenantId" = ${tenantId} and "runId" = ${id} and outcome is null and (select held from alone)`;
  await tx.$executeRaw`update "ReplayRun" set skipped = total - done - failed where "tenantId" = ${tenantId} and id = ${id}`;
  await dropPlan(tx, { tenantId, id });
  await tx.$executeRaw`
    update "DeadLetter" set state = 'open', "replayRunId" = null
    where "tenantId" = ${tenantId} and state = 'replaying' and "replayRunId" = ${id}`;
}
