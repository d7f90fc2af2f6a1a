import type { Tx } from '#lib/db/base/in-tenant';
import { dispenseSummaries } from '#lib/db/dispenses/dispense-summaries';
import { prescriptionForCommand } from '#lib/db/prescriptions/prescription-for-command';
import { alertSubject } from '#lib/db/stock/alert-subject';
import { requireOwnStock } from '#lib/db/stock/own-stock';
import type { Account } from '#lib/domain/access/account';
import { NotFound } from '#lib/domain/base/refusal';
import { given, type Recorded, recordStockActions } from './stock-action.ts';

/** The location of an alert's stock: a missing countersignature's is its dispense's. */
async function stockItemOf(
  tx: Tx,
  tenantId: string,
  { stockItemId, dispenseId }: { readonly stockItemId: string | null; readonly dispenseId: string | null },
): Promise<string | null> {
  if (stockItemId !== null || dispenseId === null) return stockItemId;
  const [dispense] = await dispenseSummaries(tx, tenantId, [dispenseId]);
  return dispense?.stockItemId ?? null;
}

const safety = /^(allergy|formulary|administration)\|/;

/** A person has seen an alert, or a safety check of a prescription, and gives the reason why it may stay. */
export function acknowledgeAlert(
  account: Account,
  asked: { readonly id: string; readonly reason: string; readonly prescriptionId?: string | undefined },
  key: string,
  requestId: string,
): Promise<Recorded> {
  const { tenantId } = account.scope;
  const { id, reason, prescriptionId } = asked;
  return recordStockActions(account, key, requestId, async (tx) => {
    const alert = await alertSubject(tx, tenantId, id);
    const about =
      prescriptionId !== undefined && safety.test(id)
        ? await prescriptionForCommand(tx, tenantId, prescriptionId)
        : null;
    if (!alert?.kind && !about) throw new NotFound();
    if (alert?.kind)
      await requireOwnStock(tx, account.scope, [
        { kind: 'alert', id, stockItemId: await stockItemOf(tx, tenantId, alert) },
      ]);
    const data = given({
      ...{ alertId: id, reason, prescriptionId: about?.id },
      ...{ stockItemId: alert?.stockItemId, lotNumber: alert?.lotNumber },
    });
    const audit = { action: 'alert.acknowledged', subjectKind: 'alert', subjectId: id, reason } as const;
    return [{ type: 'scriptline.alert.acknowledged', data, audit }];
  });
}
