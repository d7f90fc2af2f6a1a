import type { Tx } from '#lib/db/base/in-tenant';
import { prisma } from '#lib/db/base/prisma';
import { Prisma } from '#lib/db/generated/client';
import { handleOf } from '#lib/db/ledger/projections/projection-store';
import { type StagedProjections, takenKeys } from '#lib/db/ledger/projections/staged-projections';
import type { Prediction } from '#lib/domain/replays/replay';

export type RunName = { readonly tenantId: string; readonly id: string };

const longest = 12 * 3_600_000;

/** True where no preview of the run is under way, and none begins until the transaction ends. */
export const aloneWith = ({ tenantId, id }: RunName): Prisma.Sql =>
  Prisma.sql`pg_try_advisory_xact_lock(hashtextextended('replay ' || ${tenantId} || ' ' || ${id}, 0))`;

/**
 * One unchanging snapshot of a tenant for the length of a preview, one at a time over all workers: a second caller gets null. No live row
 * is written or locked.
 */
export function onSnapshot<T>({ tenantId, id }: RunName, work: (tx: Tx) => Promise<T>): Promise<T | null> {
  return prisma('lasting').$transaction(
    async (tx) => {
      const [lock] = await tx.$queryRaw<{ held: boolean; wanted: boolean }[]>`
        select ${aloneWith({ tenantId, id })} as held, set_config('app.tenant', ${tenantId}, true) as tenant,
          exists (select from "ReplayRun" where "tenantId" = ${tenantId} and id = ${id} and state = 'previewing') as wanted`;
      return lock?.held && lock.wanted ? await work(tx) : null;
    },
    { isolationLevel: 'RepeatableRead', timeout: longest },
  );
}

/** The next ledger numbers of a run's set. */
export async function setAfter(
  tx: Tx,
  { tenantId, id }: RunName,
  after: bigint,
  limit: number,
): Promise<readonly bigint[]> {
  const rows = await tx.$queryRaw<{ seq: bigint }[]>`
    select seq from "ReplayItem" where "tenantId" = ${tenantId} and "runId" = ${id} and seq > ${after} order by seq limit ${limit}`;
  return rows.map(({ seq }) => seq);
}

export type PredictedOutcome = { readonly seq: bigint; readonly predicted: Prediction; readonly why: string | null };

export async function savePredictions(
  tx: Tx,
  { tenantId, id }: RunName,
  all: readonly PredictedOutcome[],
): Promise<void> {
  await tx.$executeRaw`
    update "ReplayItem" i set predicted = r.predicted, "predictedWhy" = r.why
    from unnest(${all.map(({ seq }) => seq)}::bigint[], ${all.map(({ predicted }) => predicted)}::text[], ${all.map(({ why }) => why)}::text[])
      as r(seq, predicted, why)
    where i."tenantId" = ${tenantId} and i."runId" = ${id} and i.seq = r.seq`;
}

/** The columns that identify a row of a projection table, except the tenant. */
const keys: Readonly<Record<string, readonly string[]>> = {
  PrescriptionTerm: ['term', 'prescriptionId'],
  PatientTerm: ['term', 'patientId'],
  EventSubject: ['kind', 'id', 'occurredAt', 'seq'],
};

export function keyOf(model: string): readonly string[] {
  return keys[model] ?? handleOf(model);
}

function difference(draft: StagedProjections, model: string): string {
  const taken = handleOf(model).map((column) => `k."${column}" = b."${column}"`);
  const same = keyOf(model).map((column) => `b."${column}" = d."${column}"`);
  const key = keyOf(model).map((column) => `coalesce(b."${column}", d."${column}")`);
  return `
insert into "ReplayChange" ("tenantId", "runId", model, key, before, after)
select $1, $2, '${model}', jsonb_build_array(${key.join(', ')})::text, to_jsonb(b) - 'tenantId', to_jsonb(d) - 'tenantId'
from (select b.* from "${model}" b join ${takenKeys(model)} k on ${taken.join(' and ')} where b."tenantId" = $1) b
  full join ${draft.into(model)} d on ${same.join(' and ')}
where to_jsonb(b) is distinct from to_jsonb(d)
order by 4`;
}

/** Stores the rows that a draft changed: before and after. */
export async function keepDifference(draft: StagedProjections, { tenantId, id }: RunName): Promise<void> {
  for (const model of draft.models()) await draft.tx.$executeRawUnsafe(difference(draft, model), tenantId, id);
}

export type Speaking = { readonly model: string; readonly id: string; readonly at: string };

/** Stores which of these subjects have a newer event already, in the projections as they are. */
export async function keepNewer(tx: Tx, { tenantId, id }: RunName, all: readonly Speaking[]): Promise<void> {
  for (const [model, speaking] of Map.groupBy(all, (one) => one.model))
    await tx.$executeRawUnsafe(
      `insert into "ReplayNewer" ("tenantId", "runId", model, id, newest, replayed)
       select $1, $2, '${model}', b.id, b.registers->'_'->>'at', max(r.at) from "${model}" b
       join unnest($3::text[], $4::text[]) as r(id, at) on r.id = b.id
       where b."tenantId" = $1 and b.registers->'_'->>'at' > r.at group by 4, 5
       on conflict ("tenantId", "runId", model, id) do update set replayed = greatest("ReplayNewer".replayed, excluded.replayed)`,
      tenantId,
      id,
      speaking.map((one) => one.id),
      speaking.map((one) => one.at),
    );
}

/** The time for which the diff of a preview is kept; its numbers stay with the run for ever. */
const keptDays = 30;

/** Deletes the content of old diffs, a run's at a time. Returns the number of runs. */
export async function forgetOldDiffs(tx: Pick<Tx, '$executeRaw' | '$queryRaw'>): Promise<number> {
  const old = await tx.$queryRaw<RunName[]>`
    select r."tenantId", r.id from "ReplayRun" r where r."createdAt" < now() - make_interval(days => ${keptDays}::int)
      and exists (select from "ReplayChange" c where c."tenantId" = r."tenantId" and c."runId" = r.id) limit 20`;
  for (const { tenantId, id } of old)
    await tx.$executeRaw`delete from "ReplayChange" where "tenantId" = ${tenantId} and "runId" = ${id}`;
  return old.length;
}

/** Deletes an earlier try's findings: a worker that died during a preview left none, one that was ordered to begin anew may have. */
export async function forgetPreview(tx: Tx, { tenantId, id }: RunName): Promise<void> {
  await tx.$executeRaw`delete from "ReplayChange" where "tenantId" = ${tenantId} and "runId" = ${id}`;
  await tx.$executeRaw`delete from "ReplayNewer" where "tenantId" = ${tenantId} and "runId" = ${id}`;
  await tx.$executeRaw`delete from "ReplayRow" where "tenantId" = ${tenantId} and "runId" = ${id}`;
}
