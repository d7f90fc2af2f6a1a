import { withdrawMail } from '#lib/actions/withdraw-mail';
import { requireFirst } from '#lib/commands/base/if-unchanged';
import { ownPrescription } from '#lib/commands/prescriptions/own-prescription';
import { inTenant } from '#lib/db/base/in-tenant';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { retryContention } from '#lib/db/ledger/retry-contention';
import type { Account } from '#lib/domain/access/account';

/**
 * A doctor cancels an email of their prescription that waits for its next try: they saw the mistake, and may send another at once. @throws
 * Conflict `gone` when it is being sent, or no longer waits
 */
export async function withdrawResend(
  { scope }: Account,
  prescriptionId: string,
  outboxId: string,
  requestId: string,
): Promise<{ readonly outboxId: string }> {
  const { tenantId, userId } = scope;
  return retryContention(() =>
    inTenant(scope, async (tx) => {
      await ownPrescription(tx, scope, prescriptionId);
      const message = { tenantId, id: outboxId, prescriptionId };
      requireFirst(
        await withdrawMail(tx, message, 'person', userId),
        'gone',
        'It is being sent this moment, or no longer waits.',
      );
      const line = { action: 'resend.withdrawn', subjectKind: 'prescription', subjectId: prescriptionId } as const;
      await writeAudit(tx, { tenantId, actorId: userId, reason: null, requestId, ...line });
      return { outboxId };
    }),
  );
}
