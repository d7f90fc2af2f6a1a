import type { Tx } from '#lib/db/base/in-tenant';
import { databaseNow } from '#lib/db/base/now';
import type { Outgoing } from '#lib/db/mail/outbox';
import { cancelResend } from '#lib/db/mail/withdraw-resend';
import type { Withdrawal } from '#lib/domain/mail/outbox';
import { recordAction } from './record-action.ts';

/** Cancels an email that has not left, in the caller's transaction: the outbox and the ledger record it together. False when it has left. */
export async function withdrawMail(
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
  await recordAction(tx, { tenantId, userId }, act);
  return true;
}
