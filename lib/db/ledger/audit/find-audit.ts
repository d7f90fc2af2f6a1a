import type { FilterOf, OrderOf } from '#lib/contract/base/list';
import type { auditList } from '#lib/contract/ledger/audit-list';
import { allOf, type Conditions, conditionsOf } from '#lib/db/base/conditions';
import type { Tx } from '#lib/db/base/in-tenant';
import { rowKeyset } from '#lib/db/base/row-keyset';
import { Prisma } from '#lib/db/generated/client';
import { breakGlassReason } from '#lib/domain/access/break-glass';

type AuditFilter = FilterOf<typeof auditList>;

export type AuditQuery = {
  readonly tenantId: string;
  readonly filter: AuditFilter;
  readonly sort: OrderOf<typeof auditList>;
  /** The time and the number of the entry that the page goes on after. */
  readonly after: readonly string[] | null;
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

const byField: Conditions<AuditFilter, null> = {
  actor: (id) => Prisma.sql`e."actorId" = ${id}`,
  action: (action) => Prisma.sql`e.action = ${action}`,
  kind: (kind) => Prisma.sql`e."subjectKind" = ${kind}`,
  id: (id) => Prisma.sql`e."subjectId" = ${id}`,
  glass: (id) => Prisma.sql`e.reason = ${breakGlassReason(id)}`,
  from: (at) => Prisma.sql`e.at >= ${at}::timestamptz`,
  to: (at) => Prisma.sql`e.at < ${at}::timestamptz`,
};

const byTime = [
  { column: Prisma.sql`e.at`, type: 'timestamptz' },
  { column: Prisma.sql`e.seq`, type: 'bigint' },
] as const;

/** A page of the log by time. Person, act and subject each have an index in the order of the page, read from either end. */
export function findAudit(tx: Tx, { tenantId, filter, sort, after, limit }: AuditQuery): Promise<FoundAudit[]> {
  const page = rowKeyset(byTime, sort === '-at', after);
  const where = allOf([Prisma.sql`e."tenantId" = ${tenantId}`, page.after, ...conditionsOf(filter, byField, null)]);
  return tx.$queryRaw<FoundAudit[]>`
    select e.*, u.name as "actorName", s.name as "subjectName" from (
      select e.seq, e.at, e."actorId", e.action, e."subjectKind", e."subjectId", e.reason, e."requestId", e."sealedSeq"
      from "AuditEntry" e where ${where} order by ${page.order} limit ${limit}) e
    left join "User" u on u."tenantId" = ${tenantId} and u.id = e."actorId"
    left join "User" s on s."tenantId" = ${tenantId} and e."subjectKind" = 'account' and s.id = e."subjectId"
    order by ${page.order}`;
}

/** The length of the sealed chain, read at its end. */
export async function chainLength(tx: Tx, tenantId: string): Promise<number> {
  const last = await tx.auditEntry.aggregate({ where: { tenantId }, _max: { sealedSeq: true } });
  return Number(last._max.sealedSeq ?? 0n);
}
