import type { Account } from '#lib/domain/account';
import { NotFound } from '#lib/domain/refusal';
import { given, type Recorded, recordStockActs } from './stock-act.ts';

const safety = /^(allergy|formulary|administration)\|/;

/** Somebody has seen an alert, or a safety check of a prescription, and says why it may stand. */
export function acknowledgeAlert(
  account: Account,
  asked: { readonly id: string; readonly reason: string; readonly prescriptionId?: string | undefined },
  key: string,
  requestId: string,
): Promise<Recorded> {
  const { tenantId } = account.scope;
  const { id, reason, prescriptionId } = asked;
  return recordStockActs(account, key, requestId, async (tx) => {
    const alert = await tx.alert.findUnique({ where: { tenantId_id: { tenantId, id } } });
    const about =
      prescriptionId !== undefined && safety.test(id)
        ? await tx.prescription.findUnique({
            where: { tenantId_id: { tenantId, id: prescriptionId } },
            select: { id: true },
          })
        : null;
    if (!alert?.kind && !about) throw new NotFound();
    const data = given({
      ...{ alertId: id, reason, prescriptionId: about?.id },
      ...{ stockItemId: alert?.stockItemId, lotNumber: alert?.lotNumber },
    });
    const audit = { action: 'alert.acknowledged', subjectKind: 'alert', subjectId: id, reason } as const;
    return [{ type: 'scriptline.alert.acknowledged', data, audit }];
  });
}
