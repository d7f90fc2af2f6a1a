import { given, type Recorded, recordStockActions, type StockAction } from '#lib/commands/stock/stock-action';
import type { Tx } from '#lib/db/base/in-tenant';
import { dispenseSummaries } from '#lib/db/dispenses/dispense-summaries';
import { requireOwnStock } from '#lib/db/stock/own-stock';
import type { Account } from '#lib/domain/access/account';
import { NotFound } from '#lib/domain/base/refusal';
import type { Scope } from '#lib/domain/base/scope';

async function dispenses(tx: Tx, scope: Scope, ids: readonly string[]) {
  const { tenantId } = scope;
  const found = await dispenseSummaries(tx, tenantId, ids);
  if (found.length < new Set(ids).size) throw new NotFound();
  await requireOwnStock(
    tx,
    scope,
    found.map(({ id, stockItemId }) => ({ kind: 'dispense', id, stockItemId })),
  );
  return found.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

const audit = (action: 'dispense.reviewed' | 'dispense.flagged', subjectId: string) =>
  ({ action, subjectKind: 'dispense', subjectId }) as const;

/** A pharmacist found some dispenses in order: one or many, all or none. What was reviewed before stays as it is. */
export function reviewDispenses(
  account: Account,
  ids: readonly string[],
  key: string,
  requestId: string,
): Promise<Recorded> {
  return recordStockActions(account, key, requestId, async (tx) => {
    const found = await dispenses(tx, account.scope, ids);
    return found
      .filter(({ review }) => review !== 'reviewed')
      .map(
        ({ id, prescriptionId }): StockAction => ({
          type: 'scriptline.dispense.reviewed',
          data: given({ dispenseId: id, prescriptionId }),
          audit: audit('dispense.reviewed', id),
        }),
      );
  });
}

/** Something is wrong with a dispense. */
export function flagDispense(
  account: Account,
  id: string,
  reason: string,
  key: string,
  requestId: string,
): Promise<Recorded> {
  return recordStockActions(account, key, requestId, async (tx) => {
    const found = await dispenses(tx, account.scope, [id]);
    return found.map(({ prescriptionId }) => ({
      type: 'scriptline.dispense.flagged',
      data: given({ dispenseId: id, prescriptionId, reason }),
      audit: { ...audit('dispense.flagged', id), reason },
    }));
  });
}
