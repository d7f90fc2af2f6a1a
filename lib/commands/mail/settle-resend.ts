import { recordAction } from '#lib/actions/record-action';
import { requireState } from '#lib/commands/base/if-unchanged';
import { ownPrescription } from '#lib/commands/prescriptions/own-prescription';
import { inTenant } from '#lib/db/base/in-tenant';
import { databaseNow } from '#lib/db/base/now';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { retryContention } from '#lib/db/ledger/retry-contention';
import { settleMessage } from '#lib/db/mail/outbox';
import { lockUncertain } from '#lib/db/mail/resend';
import type { Account } from '#lib/domain/access/account';

export type PersonsWord = 'sent' | 'not-sent';

/**
 * A doctor records whether an email that may have been sent was: nobody else can know. After `not-sent` another may be requested. @throws
 * Conflict `settled` when nothing is open under this id (any more)
 */
export async function settleResend(
  { scope }: Account,
  prescriptionId: string,
  outboxId: string,
  outcome: PersonsWord,
  requestId: string,
): Promise<{ readonly outboxId: string }> {
  const { tenantId, userId } = scope;
  return retryContention(() =>
    inTenant(scope, async (tx) => {
      await ownPrescription(tx, scope, prescriptionId);
      const message = await lockUncertain(tx, tenantId, prescriptionId, outboxId);
      requireState(message !== null, 'settled', 'There is nothing to settle any more.');
      const sent = outcome === 'sent';
      const reply = sent ? 'A person has made sure that it arrived' : 'A person has made sure that it was not sent';
      await recordAction(
        tx,
        { tenantId, userId },
        {
          type: sent ? 'scriptline.email.accepted' : 'scriptline.email.failed',
          key: `${outboxId}:settled`,
          data: { prescriptionId, email: message.address, reply },
          at: await databaseNow(tx),
        },
      );
      await settleMessage(tx, message, {
        state: sent ? 'accepted' : 'failed',
        reply: null,
        cause: sent ? null : 'unknown',
        settledBy: userId,
      });
      const line = { action: 'resend.settled', subjectKind: 'prescription', subjectId: prescriptionId } as const;
      await writeAudit(tx, { tenantId, actorId: userId, reason: outcome, requestId, ...line });
      return { outboxId };
    }),
  );
}
