import type { FilterOf, OrderOf } from '#lib/contract/base/list';
import type { replayItemsList } from '#lib/contract/replays/replays-list';
import { allOf, type Conditions, conditionsOf } from '#lib/db/base/conditions';
import type { Tx } from '#lib/db/base/in-tenant';
import { rowKeyset } from '#lib/db/base/row-keyset';
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

type ItemQuery = FilterOf<typeof replayItemsList> & {
  readonly sort: OrderOf<typeof replayItemsList>;
  /** The ledger number that the page goes on after. */
  readonly after: readonly string[] | null;
  readonly limit: number;
};

const bySeq = [{ column: Prisma.sql`i.seq`, type: 'bigint' }] as const;

const byField: Conditions<FilterOf<typeof replayItemsList>, null> = {
  outcome: (outcome) =>
    outcome === 'waiting'
      ? Prisma.sql`i.outcome is null and r.state <> 'canceled'`
      : Prisma.sql`${became} = ${outcome}`,
};

/** A page of a run's events in the order of the ledger or against it, without a payload. */
export function findItems(
  tx: Tx,
  { tenantId, id }: RunName,
  { sort, after, limit, ...filter }: ItemQuery,
): Promise<FoundItem[]> {
  const page = rowKeyset(bySeq, sort === '-seq', after);
  const where = allOf([page.after, ...conditionsOf(filter, byField, null)]);
  return tx.$queryRaw<FoundItem[]>`
    select i.seq, coalesce(s.key, i."sourceId") as "sourceKey", i.type, i.cause, i.predicted, i."predictedWhy", ${became} as outcome,
      case when i.outcome is null and r.state = 'canceled' then 'canceled' else i.why end as why, i.paths,
      case when i.outcome is null then r."endedAt" else i."settledAt" end as "settledAt"
    from "ReplayItem" i join "ReplayRun" r on r."tenantId" = ${tenantId} and r.id = i."runId" left join "Source" s on s."tenantId" = ${tenantId} and s.id = i."sourceId"
    where i."tenantId" = ${tenantId} and i."runId" = ${id} and ${where} order by ${page.order} limit ${limit}`;
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
