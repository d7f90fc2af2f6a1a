import type { PageAsked } from '#lib/contract/base/list';
import type { Page } from '#lib/contract/base/page';
import type { AuditRow } from '#lib/contract/ledger/audit';
import type { auditList } from '#lib/contract/ledger/audit-list';
import { inTenant } from '#lib/db/base/in-tenant';
import { type FoundAudit, findAudit } from '#lib/db/ledger/audit/find-audit';
import type { Account } from '#lib/domain/access/account';
import { decodeCursor } from '#lib/views/base/cursor';
import type { Cells } from '#lib/views/base/list-file';
import { oneMore, pageOf } from '#lib/views/base/page-of';

function rowOf(found: FoundAudit): AuditRow {
  const { actorId, actorName, subjectKind, subjectId, subjectName, action, reason, requestId, sealedSeq } = found;
  return {
    ...{ seq: Number(found.seq), at: found.at.toISOString(), action, reason, requestId },
    actor: actorId === null ? null : { id: actorId, name: actorName },
    subject: subjectKind === null ? null : { kind: subjectKind, id: subjectId, name: subjectName },
    sealedSeq: sealedSeq === null ? null : Number(sealedSeq),
  };
}

/** A page of who saw or did what, newest first unless asked otherwise. */
export async function listAudit({ scope }: Account, asked: PageAsked<typeof auditList>): Promise<Page<AuditRow>> {
  const { tenantId } = scope;
  const { cursor, limit, sort = '-at', ...filter } = asked;
  const after = decodeCursor(cursor, ['instant', 'number']);
  const found = await inTenant(scope, (tx) => findAudit(tx, { tenantId, filter, sort, after, limit: oneMore(limit) }));
  const { rows, nextCursor } = pageOf(found, limit, ({ at, seq }) => [at.toISOString(), String(seq)]);
  return { items: rows.map(rowOf), nextCursor };
}

export const auditCells: Cells<AuditRow> = [
  ['seq', (row) => row.seq],
  ['at', (row) => row.at],
  ['actor', (row) => row.actor?.id ?? null],
  ['actorName', (row) => row.actor?.name ?? null],
  ['action', (row) => row.action],
  ['subjectKind', (row) => row.subject?.kind ?? null],
  ['subjectId', (row) => row.subject?.id ?? null],
  ['subjectName', (row) => row.subject?.name ?? null],
  ['reason', (row) => row.reason],
  ['requestId', (row) => row.requestId],
  ['sealedSeq', (row) => row.sealedSeq],
];
