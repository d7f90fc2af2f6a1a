import type { Tx } from '#lib/db/base/in-tenant';
import { Prisma } from '#lib/db/generated/client';
import type { JsonObject } from '#lib/domain/base/json/json';
import type { Prediction, ReplayOutcome } from '#lib/domain/replays/replay';
import type { RunName } from './replay-preview.ts';

type PageOf = { readonly after: bigint | null; readonly limit: number };

export type FoundItem = {
  readonly seq: bigint;
  readonly sourceKey: string;
  readonly type: string | null;
  readonly cause: string | null;
  readonly predicted: Prediction | null;
  readonly predictedWhy: string | null;
  readonly outcome: ReplayOutcome | null;
  readonly why: string | null;
  readonly paths: readonly string[];
  readonly settledAt: Date | null;
};

/** Items that a canceled run did not reach are skipped. */
const became = Prisma.sql`case when i.outcome is null and r.state = 'canceled' then 'skipped' else i.outcome end`;

/** A page of a run's events in the order of the ledger, without a payload. */
export function findItems(
  tx: Tx,
  { tenantId, id }: RunName,
  { outcome, after, limit }: PageOf & { readonly outcome: ReplayOutcome | 'waiting' | null },
): Promise<FoundItem[]> {
  const which =
    outcome === null
      ? Prisma.empty
      : outcome === 'waiting'
        ? Prisma.sql`and i.outcome is null and r.state <> 'canceled'`
        : Prisma.sql`and ${became} = ${outcome}`;
  return tx.$queryRaw<FoundItem[]>`
    select i.seq, coalesce(s.key, i."sourceId") as "sourceKey", i.type, i.cause, i.predicted, i."predictedWhy", ${became} as outcome,
      case when i.outcome is null and r.state = 'canceled' then 'canceled' else i.why end as why, i.paths,
      case when i.outcome is null then r."endedAt" else i."settledAt" end as "settledAt"
    from "ReplayItem" i join "ReplayRun" r on r."tenantId" = ${tenantId} and r.id = i."runId" left join "Source" s on s."tenantId" = ${tenantId} and s.id = i."sourceId"
    where i."tenantId" = ${tenantId} and i."runId" = ${id} and i.seq > ${after ?? 0n} ${which} order by i.seq limit ${limit}`;
}

export type FoundChange = {
  readonly place: bigint;
  readonly model: string;
  readonly key: string;
  readonly before: JsonObject | null;
  readonly after: JsonObject | null;
};

/** A page of the predicted changes, of some projection tables (null: of all). */
export function findChanges(
  tx: Tx,
  { tenantId, id }: RunName,
  { models, after, limit }: PageOf & { readonly models: readonly string[] | null },
): Promise<FoundChange[]> {
  const which = models === null ? Prisma.empty : Prisma.sql`and model = any(${[...models]}::text[])`;
  return tx.$queryRaw<FoundChange[]>`
    select place, model, key, before, after from "ReplayChange"
    where "tenantId" = ${tenantId} and "runId" = ${id} and place > ${after ?? 0n} ${which} order by place limit ${limit}`;
}

export type FoundNewer = {
  readonly model: string;
  readonly id: string;
  readonly newest: string;
  readonly replayed: string;
};

/** A page of the subjects that are newer already, by table and id. */
export function findNewer(
  tx: Tx,
  { tenantId, id }: RunName,
  { after, limit }: { readonly after: { readonly model: string; readonly id: string } | null; readonly limit: number },
): Promise<FoundNewer[]> {
  return tx.$queryRaw<FoundNewer[]>`
    select model, id, newest, replayed from "ReplayNewer" where "tenantId" = ${tenantId} and "runId" = ${id}
      and (model, id) > (${after?.model ?? ''}, ${after?.id ?? ''}) order by model, id limit ${limit}`;
}
