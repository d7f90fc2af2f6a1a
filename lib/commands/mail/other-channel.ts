import { recordAction } from '#lib/actions/record-action';
import { ownPrescription } from '#lib/commands/prescriptions/own-prescription';
import { inTenant } from '#lib/db/base/in-tenant';
import { databaseNow } from '#lib/db/base/now';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { retryContention } from '#lib/db/ledger/retry-contention';
import type { Account } from '#lib/domain/access/account';
import { Conflict } from '#lib/domain/base/refusal';
import { dayIn } from '#lib/domain/base/time/day-in';
import { notToPickUp } from '#lib/domain/mail/may-resend';
import { noEmailWords } from '#lib/domain/mail/no-email-words';

/** The doctor informed the patient another way: the code on paper, or by phone (with the content and the listener). */
export type OtherChannel = { readonly by: 'paper' } | { readonly by: 'phone'; readonly note: string };

/**
 * @returns false when the same action was recorded before @throws Conflict why nothing is handed over on paper: there is nothing to pick
 * up, or not now
 */
export async function recordOtherChannel(
  { scope, timeZone }: Account,
  prescriptionId: string,
  channel: OtherChannel,
  key: string,
  requestId: string,
): Promise<{ readonly recorded: boolean }> {
  const { tenantId, userId } = scope;
  const paper = channel.by === 'paper';
  return retryContention(() =>
    inTenant(scope, async (tx) => {
      const { state, expirationDate } = await ownPrescription(tx, scope, prescriptionId);
      const day = expirationDate?.toISOString().slice(0, 10) ?? null;
      const nothing = notToPickUp({ state, expirationDate: day, today: dayIn(timeZone, new Date()) });
      if (paper && nothing !== null) throw new Conflict(nothing, noEmailWords[nothing]);
      const data = { prescriptionId, ...(channel.by === 'phone' ? { note: channel.note } : {}) };
      const type = paper ? 'scriptline.handover.printed' : 'scriptline.patient.told';
      const seq = await recordAction(tx, { tenantId, userId }, { type, key, data, at: await databaseNow(tx) });
      if (seq === null) return { recorded: false };
      const action = paper ? 'handover.printed' : 'patient.told';
      await writeAudit(tx, {
        tenantId,
        actorId: userId,
        action,
        subjectKind: 'prescription',
        subjectId: prescriptionId,
        requestId,
      });
      return { recorded: true };
    }),
  );
}
