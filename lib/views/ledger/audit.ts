import type { Page } from '#lib/contract/base/page';
import type { AuditFilter, AuditRow } from '#lib/contract/ledger/audit';
import { inTenant } from '#lib/db/base/in-tenant';
import { type FoundAudit, findAudit } from '#lib/db/ledger/audit/find-audit';
import type { Account } from '#lib/domain/access/account';
import { csvFile } from '#lib/views/base/csv-file';
import { decodeCursor, encodeCursor } from '#lib/views/base/cursor';

export type AuditAsking = AuditFilter & { readonly cursor?: string | undefined; readonly limit: number };

function rowOf(found: FoundAudit): AuditRow {
  const { actorId, actorName, subjectKind, subjectId, subjectName, action, reason, requestId, sealedSeq } = found;
  return {
    ...{ seq: Number(found.seq), at: found.at.toISOString(), action, reason, requestId },
    actor: actorId === null ? null : { id: actorId, name: actorName },
    subject: subjectKind === null ? null : { kind: subjectKind, id: subjectId, name: subjectName },
    sealedSeq: sealedSeq === null ? null : Number(sealedSeq),
  };
}

/** A page of views and actions, newest first. */
export async function listAudit({ scope }: Account, asking: AuditAsking): Promise<Page<AuditRow>> {
  const { tenantId } = scope;
  const { cursor, limit, ...filter } = asking;
  const [at, seq] = decodeCursor(cursor, ['instant', 'number']) ?? [];
  const after = at !== undefined && seq !== undefined ? { at, seq } : null;
  const found = await inTenant(scope, (tx) => findAudit(tx, { ...filter, tenantId, after, limit: limit + 1 }));
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = found.length > limit && last ? encodeCursor([last.at.toISOString(), String(last.seq)]) : null;
  return { items: shown.map(rowOf), nextCursor };
}

/** The same entries as a file. */
export function auditCsv(account: Account, filter: AuditFilter, requestId: string): Promise<Response> {
  return csvFile<AuditRow>(
    account,
    {
      name: 'audit',
      columns: [
        ...['seq', 'at', 'actor', 'actorName', 'action', 'subjectKind', 'subjectId', 'subjectName', 'reason'],
        ...['requestId', 'sealedSeq'],
      ],
      page: (cursor) => listAudit(account, { ...filter, cursor, limit: 200 }),
      line: (row) => [
        ...[row.seq, row.at, row.actor?.id ?? null, row.actor?.name ?? null, row.action],
        ...[row.subject?.kind ?? null, row.subject?.id ?? null, row.subject?.name ?? null, row.reason],
        ...[row.requestId, row.sealedSeq],
      ],
    },
    requestId,
  );
}
