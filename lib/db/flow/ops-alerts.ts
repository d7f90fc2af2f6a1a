import { randomUUID } from 'node:crypto';
import type { Tx } from '#lib/db/base/in-tenant';
import { type OpsAlertKind, type OpsCondition, type OpsFigures, opsAlertKinds } from '#lib/domain/flow/ops-alert';

export type OpsAlertRow = {
  readonly id: string;
  readonly kind: OpsAlertKind;
  readonly subject: string;
  readonly openedAt: Date;
  readonly since: Date;
  readonly figures: OpsFigures;
  readonly toldAt: Date | null;
  readonly recoveredAt: Date | null;
};

const columns = `id, kind, subject, "openedAt", since, figures, "toldAt", "recoveredAt"`;
const kinds: readonly string[] = opsAlertKinds;

export function openAlerts(tx: Tx, tenantId: string): Promise<OpsAlertRow[]> {
  return tx.$queryRawUnsafe<OpsAlertRow[]>(
    `select ${columns} from "OpsAlert" where "tenantId" = $1 and "recoveredAt" is null and kind = any($2::text[]) order by "openedAt", id`,
    tenantId,
    kinds,
  );
}

/** The latest that are over, newest first. */
export function pastAlerts(tx: Tx, tenantId: string, limit: number): Promise<OpsAlertRow[]> {
  return tx.$queryRawUnsafe<OpsAlertRow[]>(
    `select ${columns} from "OpsAlert" where "tenantId" = $1 and "recoveredAt" is not null and kind = any($2::text[]) order by "openedAt" desc, id limit $3`,
    tenantId,
    kinds,
    limit,
  );
}

/** Opens an incident; null when it is open already. */
export async function openAlert(
  tx: Tx,
  tenantId: string,
  { kind, subject, forSeconds, figures }: OpsCondition,
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    insert into "OpsAlert" ("tenantId", id, kind, subject, "openedAt", since, figures)
    values (${tenantId}, ${`inc_${randomUUID()}`}, ${kind}, ${subject}, clock_timestamp(), clock_timestamp() - make_interval(secs => ${forSeconds}::float8),
      ${JSON.stringify(figures)}::jsonb)
    on conflict ("tenantId", kind, subject) where "recoveredAt" is null do nothing returning id`;
  return rows[0]?.id ?? null;
}

export async function keepFigures(tx: Tx, tenantId: string, id: string, figures: OpsFigures): Promise<void> {
  await tx.$executeRaw`update "OpsAlert" set figures = ${JSON.stringify(figures)}::jsonb where "tenantId" = ${tenantId} and id = ${id}`;
}

export async function recoverAlert(tx: Tx, tenantId: string, id: string): Promise<void> {
  await tx.$executeRaw`
    update "OpsAlert" set "recoveredAt" = clock_timestamp() where "tenantId" = ${tenantId} and id = ${id} and "recoveredAt" is null`;
}

export async function markNotified(tx: Tx, tenantId: string, id: string): Promise<void> {
  await tx.$executeRaw`update "OpsAlert" set "toldAt" = clock_timestamp() where "tenantId" = ${tenantId} and id = ${id}`;
}

export type OpsMuteRow = {
  readonly kind: string;
  readonly subject: string;
  readonly until: Date;
  readonly reason: string;
  readonly mutedByName: string | null;
};

/** The current mutes. */
export function mutesOf(tx: Tx, tenantId: string): Promise<OpsMuteRow[]> {
  return tx.$queryRaw<OpsMuteRow[]>`
    select m.kind, m.subject, m.until, m.reason, u.name as "mutedByName" from "OpsMute" m
    left join "User" u on u."tenantId" = ${tenantId} and u.id = m."mutedBy"
    where m."tenantId" = ${tenantId} and m.until > now() order by m.until`;
}
