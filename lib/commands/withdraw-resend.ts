import { writeAudit } from '#lib/db/audit';
import { inTenant, type Tx } from '#lib/db/in-tenant';
import { databaseNow } from '#lib/db/now';
import type { Outgoing } from '#lib/db/outbox';
import { retryingContention } from '#lib/db/retrying-contention';
import { cancelResend } from '#lib/db/withdraw-resend';
import type { Account } from '#lib/domain/account';
import type { Withdrawal } from '#lib/domain/outbox';
import { Conflict } from '#lib/domain/refusal';
import { ownPrescription } from './own-prescription.ts';
import { recordAct } from './record-act.ts';

/** Takes a mail back that has not left, in the caller's transaction: the outbox and the ledger say so together. False when it has left. */
export async function takeBack(
  tx: Tx,
  message: Pick<Outgoing, 'tenantId' | 'id' | 'prescriptionId'>,
  why: Withdrawal,
  userId: string | null,
): Promise<boolean> {
  const { tenantId, id, prescriptionId } = message;
  const taken = await cancelResend(tx, message, why, userId);
  if (!taken) return false;
  const data = { prescriptionId, email: taken.address, why };
  const act = { type: 'scriptline.resend.withdrawn', key: `${id}:withdrawn`, data, at: await databaseNow(tx) };
  await recordAct(tx, { tenantId, userId }, act);
  return true;
}

/**
 * A doctor takes back a mail of his prescription that waits for its next try: he saw the mistake, and may send another at once.
 * @throws Conflict `gone` when it is being sent, or no longer waits
 */
export async function withdrawResend(
  { scope }: Account,
  prescriptionId: string,
  outboxId: string,
  requestId: string,
): Promise<{ readonly outboxId: string }> {
  const { tenantId, userId } = scope;
  return retryingContention(() =>
    inTenant(scope, async (tx) => {
      await ownPrescription(tx, scope, prescriptionId);
      const message = { tenantId, id: outboxId, prescriptionId };
      if (!(await takeBack(tx, message, 'person', userId)))
        throw new Conflict('gone', 'It is being sent this moment, or no longer waits.');
      const line = { action: 'resend.withdrawn', subjectKind: 'prescription', subjectId: prescriptionId } as const;
      await writeAudit(tx, { tenantId, actorId: userId, reason: null, requestId, ...line });
      return { outboxId };
    }),
  );
}
