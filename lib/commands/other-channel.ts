import { writeAudit } from '#lib/db/audit';
import { inTenant } from '#lib/db/in-tenant';
import { databaseNow } from '#lib/db/now';
import { retryingContention } from '#lib/db/retrying-contention';
import type { Account } from '#lib/domain/account';
import { ownPrescription } from './own-prescription.ts';
import { recordAct } from './record-act.ts';

/** The doctor reached his patient himself: the code on paper, or told by phone (with what was said, to whom). */
export type OtherChannel = { readonly by: 'paper' } | { readonly by: 'phone'; readonly note: string };

/** @returns false when the same act was recorded before */
export async function recordOtherChannel(
  { scope }: Account,
  prescriptionId: string,
  channel: OtherChannel,
  key: string,
  requestId: string,
): Promise<{ readonly recorded: boolean }> {
  const { tenantId, userId } = scope;
  const paper = channel.by === 'paper';
  return retryingContention(() =>
    inTenant(scope, async (tx) => {
      await ownPrescription(tx, scope, prescriptionId);
      const data = { prescriptionId, ...(channel.by === 'phone' ? { note: channel.note } : {}) };
      const type = paper ? 'scriptline.handover.printed' : 'scriptline.patient.told';
      const seq = await recordAct(tx, { tenantId, userId }, { type, key, data, at: await databaseNow(tx) });
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
