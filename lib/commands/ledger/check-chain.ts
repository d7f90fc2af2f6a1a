import type { ChainCheckPart } from '#lib/contract/ledger/audit';
import { inTenant } from '#lib/db/base/in-tenant';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { emptyChain } from '#lib/db/ledger/audit/audit-chain';
import { checkAuditFrom } from '#lib/db/ledger/audit/check-audit';
import { chainLength } from '#lib/db/ledger/audit/find-audit';
import type { Account } from '#lib/domain/access/account';
import { readHead } from '#lib/domain/base/chain-head';
import { Invalid } from '#lib/domain/base/refusal';

/** So many links are followed in one request. */
const atOnce = 5_000;

/**
 * Follows the next part of the log's chain after `from` (the head that the last part returned; left out: from the beginning). `kept`: a
 * head from an earlier check, to find also entries that were cut off or written anew. The request is in the audit log.
 */
export async function checkChain(
  { scope }: Account,
  asked: { readonly from?: string | undefined; readonly kept?: string | undefined },
  requestId: string,
): Promise<ChainCheckPart> {
  const { tenantId, userId } = scope;
  const from = asked.from === undefined ? emptyChain : readHead(asked.from);
  const kept = asked.kept === undefined ? emptyChain : readHead(asked.kept);
  if (!from) throw new Invalid(['body.from']);
  if (!kept) throw new Invalid(['body.kept']);
  const total = await inTenant(scope, async (tx) => {
    const length = await chainLength(tx, tenantId);
    const line = { action: 'audit.checked', subjectKind: 'tenant', subjectId: tenantId } as const;
    if (from === emptyChain) await writeAudit(tx, { tenantId, actorId: userId, requestId, ...line });
    return length;
  });
  const { checked, head, fault, unsealed, done } = await checkAuditFrom(tenantId, from, kept, atOnce);
  return {
    ...{ head: `${head.sealedSeq}:${head.hash}`, checked, total: Math.max(total, checked), unsealed, done },
    fault: fault && { at: Number(fault.kind === 'inserted' ? fault.seq : fault.sealedSeq), kind: fault.kind },
  };
}
