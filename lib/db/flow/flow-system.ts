import type { Tx } from '#lib/db/base/in-tenant';
import { prisma } from '#lib/db/base/prisma';
import { outboxAge } from '#lib/db/mail/outbox-age';
import type { WorkerFacts } from '#lib/domain/flow/flow';

export type FlowSystem = {
  readonly now: Date;
  readonly timeZone: string;
  readonly unsent: number;
  readonly outboxSeconds: number;
  readonly unsealedSeconds: number;
  readonly countedSeconds: number;
  /** Since the tenant was made. */
  readonly tenantSeconds: number;
};

type Row = Omit<FlowSystem, 'unsent' | 'outboxSeconds'>;

/** The other background work of one tenant: seconds by which the oldest undone item is late. */
export async function flowSystem(tx: Tx, tenantId: string): Promise<FlowSystem> {
  const [row] = await tx.$queryRaw<Row[]>`
    select clock_timestamp() as now, t."timeZone",
      coalesce((select greatest(0, extract(epoch from now() - min(a.at))) from "AuditEntry" a where a."tenantId" = ${tenantId} and a.hash is null), 0)::float8
        as "unsealedSeconds",
      coalesce((select greatest(0, extract(epoch from now() - c."advancedAt")) from "FlowCursor" c where c."tenantId" = ${tenantId}), 0)::float8
        as "countedSeconds",
      greatest(0, extract(epoch from now() - t."createdAt"))::float8 as "tenantSeconds"
    from "Tenant" t where t."tenantId" = ${tenantId}`;
  if (!row) throw new Error('there is no such tenant');
  const outbox = await outboxAge(tx, tenantId);
  return { ...row, unsent: outbox.unsent, outboxSeconds: outbox.oldestSeconds };
}

/** The workers of the last day, whose they are all tenants'. */
export function heartbeats(): Promise<(WorkerFacts & { readonly worker: string })[]> {
  return prisma('any').$queryRaw<(WorkerFacts & { readonly worker: string })[]>`
    select worker, greatest(0, extract(epoch from now() - at))::float8 as "ageSeconds", "clockMs" from "Heartbeat"
    where "tenantId" = '*' and at > now() - interval '1 day' order by at desc limit 50`;
}
