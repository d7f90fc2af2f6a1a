import { requireState } from '#lib/commands/base/if-unchanged';
import type { Disposition } from '#lib/contract/dispenses/dispense';
import { findReturns } from '#lib/db/stock/find-returns';
import { requireOwnStock } from '#lib/db/stock/own-stock';
import type { Account } from '#lib/domain/access/account';
import { NotFound } from '#lib/domain/base/refusal';
import { text } from '#lib/domain/ledger/fold';
import { given, type Recorded, recordStockActions } from './stock-action.ts';

export type AskedDisposition = { readonly disposition: Disposition; readonly reason?: string | undefined };

/**
 * The disposal of a return: destroyed, sent back for credit, or kept in quarantine. There is no way to the shelf. @throws Conflict
 * `decided` once it was destroyed or credited: it is gone
 */
export function disposeReturn(
  account: Account,
  id: string,
  { disposition, reason }: AskedDisposition,
  key: string,
  requestId: string,
): Promise<Recorded> {
  const { tenantId } = account.scope;
  return recordStockActions(account, key, requestId, async (tx) => {
    const [found] = await findReturns(tx, { tenantId, filter: { ids: [id] }, sort: '-at', after: null, limit: 1 });
    if (!found) throw new NotFound();
    await requireOwnStock(tx, account.scope, [{ kind: 'return', id, stockItemId: found.stockItemId }]);
    requireState(
      found.disposition !== 'destroy' && found.disposition !== 'credit',
      'decided',
      'It was decided before, and is gone.',
    );
    const { registers: row, dispenseId } = found;
    const data = given({
      ...{ returnId: id, disposition, reason, dispenseId },
      prescriptionId: found.prescriptionId ?? text(found.dispense ?? undefined, 'prescriptionId'),
      ...{ stockItemId: found.stockItemId, lotNumber: found.lotNumber },
      ...{ quantity: text(row, 'quantity'), quantityUnit: text(row, 'unit') },
    });
    const audit = {
      action: 'return.disposed',
      subjectKind: 'return',
      subjectId: id,
      reason: reason ?? disposition,
    } as const;
    return [{ type: 'scriptline.return.disposed', data, audit }];
  });
}
