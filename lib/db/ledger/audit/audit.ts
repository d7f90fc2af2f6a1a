import type { Tx } from '#lib/db/base/in-tenant';
import type { AuditLine } from '#lib/domain/ledger/audit';

/** Writes lines plain, in the caller's transaction; the worker seals them into the chain (`sealAudit`), so that readers don't queue behind one another. */
export async function writeAudits(tx: Tx, lines: readonly AuditLine[]): Promise<void> {
  if (lines.length > 0) await tx.auditEntry.createMany({ data: [...lines] });
}

export function writeAudit(tx: Tx, line: AuditLine): Promise<void> {
  return writeAudits(tx, [line]);
}
