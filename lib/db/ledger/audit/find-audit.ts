import type { Tx } from '#lib/db/base/in-tenant';
import { Prisma } from '#lib/db/generated/client';
import { breakGlassReason } from '#lib/domain/access/break-glass';

export type AuditQuery = {
  readonly tenantId: string;
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly kind?: string | undefined;
  readonly id?: string | undefined;
  readonly glass?: string | undefined;
  /** Instants, the second exclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly after: { readonly at: string; readonly seq: string } | null;
  readonly limit: number;
};

export type FoundAudit = {
  readonly seq: bigint;
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly action: string;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly subjectName: string | null;
  readonly reason: string | null;
  readonly requestId: string | null;
  readonly sealedSeq: bigint | null;
};

/** A page of the audit log, newest first. Person, action and subject each have an index in the order of the page. */
export function findAudit(tx: Tx, query: AuditQuery): Promise<FoundAudit[]> {
  const { tenantId, actor, action, kind, id, glass, from, to, after, limit } = query;
  const where = [Prisma.sql`e."tenantId" = ${tenantId}`];
  if (actor) where.push(Prisma.sql`e."actorId" = ${actor}`);
  if (action) where.push(Prisma.sql`e.action = ${action}`);
  if (kind) where.push(Prisma.sql`e."subjectKind" = ${kind}`);
  if (id) where.push(Prisma.sql`e."subjectId" = ${id}`);
  if (glass) where.push(Prisma.sql`e.reason = ${breakGlassReason(glass)}`);
  if (from) where.push(Prisma.sql`e.at >= ${from}::timestamptz`);
  if (to) where.push(Prisma.sql`e.at < ${to}::timestamptz`);
  if (after) where.push(Prisma.sql`(e.at, e.seq) < (${after.at}::timestamptz, ${after.seq}::bigint)`);
  return tx.$queryRaw<FoundAudit[]>`
    select p.*, u.name as "actorName", s.name as "subjectName" from (
      select e.seq, e.at, e."actorId", e.action, e."subjectKind", e."subjectId", e.reason, e."requestId", e."sealedSeq"
      from "AuditEntry" e where ${Prisma.join(where, ' and ')} order by e.at desc, e.seq desc limit ${limit}) p
    left join "User" u on u."tenantId" = ${tenantId} and u.id = p."actorId"
    left join "User" s on s."tenantId" = ${tenantId} and p."subjectKind" = 'account' and s.id = p."subjectId"
    order by p.at desc, p.seq desc`;
}

/** The length of the sealed chain, read at its end. */
export async function chainLength(tx: Tx, tenantId: string): Promise<number> {
  const last = await tx.auditEntry.aggregate({ where: { tenantId }, _max: { sealedSeq: true } });
  return Number(last._max.sealedSeq ?? 0n);
}
