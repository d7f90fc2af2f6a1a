import type { Tx } from '#lib/db/base/in-tenant';
import type { WireFormatName } from '#lib/domain/base/system';

export type FoundSource = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly format: WireFormatName;
  readonly environment: string | null;
  readonly wireId: string | null;
  readonly ratePerSecond: number | null;
  readonly disabledAt: Date | null;
  readonly pausedAt: Date | null;
  readonly stateBy: string | null;
  readonly stateReason: string | null;
  readonly createdAt: Date;
  readonly version: number;
};

const columns = `id, key, name, format, environment, "wireId", "ratePerSecond", "disabledAt", "pausedAt", "stateBy", "stateReason", "createdAt", version`;
/** Sources that the product makes for itself have a name of their own instead of a generated id. */
const madeByPeople = `left(id, 4) = 'src_'`;

/** The tenant's sources, the active ones first. */
export function findSources(tx: Tx, tenantId: string): Promise<FoundSource[]> {
  return tx.$queryRawUnsafe<FoundSource[]>(
    `select ${columns} from "Source" where "tenantId" = $1 and ${madeByPeople} order by "disabledAt" is not null, name, key`,
    tenantId,
  );
}

/** True when the tenant has a source of this id, made by people or its own. */
export async function isSource(tx: Tx, tenantId: string, id: string): Promise<boolean> {
  return (await tx.source.count({ where: { tenantId, id } })) > 0;
}

/** Locks one source for a change. */
export async function lockSource(tx: Tx, tenantId: string, id: string): Promise<FoundSource | null> {
  const [row] = await tx.$queryRawUnsafe<FoundSource[]>(
    `select ${columns} from "Source" where "tenantId" = $1 and id = $2 and ${madeByPeople} for update`,
    tenantId,
    id,
  );
  return row ?? null;
}

export type CountedSource = {
  readonly sourceId: string;
  readonly accepted: number;
  readonly duplicates: number;
  readonly quarantined: number;
  /** Of the last hour. */
  readonly lastHour: number;
};

/** The results of each source in the last 24 hours: read from the day's rows, whatever the history. */
export function countsOfDay(tx: Tx, tenantId: string): Promise<CountedSource[]> {
  return tx.$queryRaw<CountedSource[]>`
    select "sourceId", count(*)::int as accepted, coalesce(sum(duplicates), 0)::int as duplicates,
      (count(*) filter (where status = 'quarantined'))::int as quarantined,
      (count(*) filter (where "receivedAt" > now() - interval '1 hour'))::int as "lastHour"
    from "LedgerEvent" where "tenantId" = ${tenantId} and "receivedAt" > now() - interval '24 hours' group by "sourceId"`;
}

/** When each source's last event came: one step in an index for each. */
export function lastOfEach(
  tx: Tx,
  tenantId: string,
  sourceIds: readonly string[],
): Promise<{ sourceId: string; at: Date }[]> {
  return tx.$queryRaw<{ sourceId: string; at: Date }[]>`
    select s.id as "sourceId", l."receivedAt" as at from unnest(${[...sourceIds]}::text[]) as s(id)
    cross join lateral (select "receivedAt" from "LedgerEvent" where "tenantId" = ${tenantId} and "sourceId" = s.id order by seq desc limit 1) l`;
}

/** Refused requests since 24 hours ago, in whole hours. */
export function refusalsOfDay(tx: Tx, tenantId: string): Promise<{ sourceId: string; fault: string; count: number }[]> {
  return tx.$queryRaw<{ sourceId: string; fault: string; count: number }[]>`
    select "sourceId", fault, sum(count)::int as count from "SourceRefusal"
    where "tenantId" = ${tenantId} and hour > now() - interval '25 hours' group by "sourceId", fault`;
}
