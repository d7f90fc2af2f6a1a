import { recordAction } from '#lib/actions/record-action';
import { ownPrescription } from '#lib/commands/prescriptions/own-prescription';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { databaseNow } from '#lib/db/base/now';
import { isFollowUpOpen } from '#lib/db/follow-ups/follow-up-states';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { retryContention } from '#lib/db/ledger/retry-contention';
import { recallTouching } from '#lib/db/recalls/find-recalled';
import type { Account } from '#lib/domain/access/account';
import { Invalid, NotFound } from '#lib/domain/base/refusal';
import type { FollowUpKind } from '#lib/domain/follow-ups/follow-up-kind';

const longest = 90 * 86_400_000;

export type FollowUpId = { readonly kind: FollowUpKind; readonly prescriptionId: string };
export type Snoozing = { readonly until: string; readonly reason: string };

async function isOpen(tx: Tx, tenantId: string, { kind, prescriptionId }: FollowUpId): Promise<boolean> {
  if (kind === 'recall') return (await recallTouching(tx, tenantId, prescriptionId)) !== null;
  return isFollowUpOpen(tx, tenantId, kind, prescriptionId);
}

/**
 * Snoozes an open task until a moment within the next 90 days, with the reason. It returns then, or at once when things get worse. @throws
 * NotFound when there is no such open task
 */
export async function snoozeFollowUp(
  account: Account,
  task: FollowUpId,
  { until, reason }: Snoozing,
  key: string,
  requestId: string,
): Promise<{ readonly until: string }> {
  const { tenantId, userId } = account.scope;
  const { kind, prescriptionId } = task;
  const ahead = Date.parse(until) - Date.now();
  await retryContention(() =>
    inTenant(account.scope, async (tx) => {
      await ownPrescription(tx, account.scope, prescriptionId);
      if (!(await isOpen(tx, tenantId, task))) throw new NotFound();
      if (ahead <= 0 || ahead > longest) throw new Invalid(['body.until']);
      const data = { prescriptionId, kind, until, reason };
      const seq = await recordAction(
        tx,
        { tenantId, userId },
        { type: 'scriptline.followup.snoozed', key, data, at: await databaseNow(tx) },
      );
      const line = { action: 'follow-up.snoozed', subjectKind: 'prescription', subjectId: prescriptionId } as const;
      if (seq !== null) await writeAudit(tx, { tenantId, actorId: userId, reason, requestId, ...line });
    }),
  );
  return { until };
}
