import { writeAudit } from '#lib/db/audit';
import { signedBytes } from '#lib/db/event-by-seq';
import { inTenant } from '#lib/db/in-tenant';
import type { Account } from '#lib/domain/account';
import { ownText } from '#lib/domain/own-text';
import { NoLongerRetained, NotFound } from '#lib/domain/refusal';
import type { RevealedPayload } from '#lib/queries/event';

/** Shows the signed bytes of one event; of a batch, its own item. The asker's reason is in the audit, in the same transaction, before anything is answered. */
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
      const kept = await tx.ledgerEvent.count({ where: { tenantId, seq: BigInt(seq) } });
      throw kept === 0 ? new NotFound() : new NoLongerRetained();
    }
    const line = { action: 'payload.revealed', subjectKind: 'event', subjectId: String(seq) } as const;
    await writeAudit(tx, { tenantId, actorId: userId, reason, requestId, ...line });
    const { contentType, index } = bytes;
    return { seq, contentType, text: ownText(bytes.raw, index), index };
  });
}
