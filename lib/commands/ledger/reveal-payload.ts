import type { RevealedPayload } from '#lib/contract/ledger/event';
import { inTenant } from '#lib/db/base/in-tenant';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { eventBySeq, signedBytes } from '#lib/db/ledger/event-by-seq';
import type { Account } from '#lib/domain/access/account';
import { NoLongerRetained, NotFound } from '#lib/domain/base/refusal';
import { eventTextInBatch } from '#lib/domain/ledger/event-text-in-batch';

/** Shows the signed bytes of one event; of a batch, its own item. The account's reason is in the audit, in the same transaction, before the answer. */
export async function revealPayload(
  { scope }: Account,
  seq: number,
  reason: string,
  requestId: string,
): Promise<RevealedPayload> {
  const { tenantId, userId } = scope;
  return inTenant(scope, async (tx) => {
    const bytes = await signedBytes(tx, tenantId, BigInt(seq));
    if (!bytes) {
      const event = await eventBySeq(tx, tenantId, BigInt(seq));
      throw event === null ? new NotFound() : new NoLongerRetained();
    }
    const line = { action: 'payload.revealed', subjectKind: 'event', subjectId: String(seq) } as const;
    await writeAudit(tx, { tenantId, actorId: userId, reason, requestId, ...line });
    const { contentType, index } = bytes;
    return { seq, contentType, text: eventTextInBatch(bytes.raw, index), index };
  });
}
