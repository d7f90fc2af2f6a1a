import type { Tx } from '#lib/db/base/in-tenant';

export type FoundPurgeRun = {
  readonly id: bigint;
  readonly state: string;
  readonly asOf: Date;
  readonly receivedBefore: Date | null;
  /** Null: the daily run. */
  readonly startedBy: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly total: number;
  readonly looked: number;
  readonly removed: number;
  readonly hash: string;
};

type Asked = { readonly before?: bigint | undefined; readonly open?: true };

/** Purges, the latest first; `open`: only those that are not finished. */
export function findPurgeRuns(tx: Tx, tenantId: string, asked: Asked, limit: number): Promise<FoundPurgeRun[]> {
  return tx.purgeRun.findMany({
    where: {
      tenantId,
      ...(asked.before === undefined ? {} : { id: { lt: asked.before } }),
      ...(asked.open ? { state: { in: ['running', 'paused'] } } : {}),
    },
    orderBy: { id: 'desc' },
    take: limit,
  });
}

export function purgeRunById(tx: Tx, tenantId: string, id: bigint): Promise<FoundPurgeRun | null> {
  return tx.purgeRun.findUnique({ where: { tenantId_id: { tenantId, id } } });
}

export type PurgeRunCount = {
  readonly runId: bigint;
  readonly type: string;
  readonly removed: number;
  readonly held: number;
  readonly unsettled: number;
  readonly outlived: number;
  readonly later: number;
};

/** The results of some purges, by type of event. */
export function purgeCounts(tx: Tx, tenantId: string, runIds: readonly bigint[]): Promise<PurgeRunCount[]> {
  return tx.purgeCount.findMany({ where: { tenantId, runId: { in: [...runIds] } }, orderBy: { type: 'asc' } });
}

export type LastPurge = { readonly type: string; readonly run: bigint; readonly at: Date; readonly removed: number };

/** When anything of a type was removed last: one index entry a type. */
export function lastPurges(tx: Tx, tenantId: string, types: readonly string[]): Promise<LastPurge[]> {
  return tx.$queryRaw<LastPurge[]>`
    select t.type, c."runId" as run, r."startedAt" as at, c.removed from unnest(${[...types]}::text[]) as t(type)
    cross join lateral (select "runId", removed from "PurgeCount" c where c."tenantId" = ${tenantId} and c.type = t.type and c.removed > 0
      order by "runId" desc limit 1) c
    join "PurgeRun" r on r."tenantId" = ${tenantId} and r.id = c."runId"`;
}

/** Moves a purge to another state. False: it is in none of the states `from`. */
export async function movePurgeRun(
  tx: Tx,
  tenantId: string,
  id: bigint,
  { from, to }: { readonly from: readonly string[]; readonly to: string },
): Promise<boolean> {
  const moved = await tx.$executeRaw`
    update "PurgeRun" set state = ${to}, "finishedAt" = case when ${to} = 'stopped' then clock_timestamp() end
    where "tenantId" = ${tenantId} and id = ${id} and state = any(${[...from]}::text[])`;
  return moved > 0;
}
