import { balancesOf, isStockItem } from '#lib/db/stock/known-stock-items';
import { requireOwnStock } from '#lib/db/stock/own-stock';
import type { Account } from '#lib/domain/access/account';
import { Invalid, NotFound } from '#lib/domain/base/refusal';
import { given, type Recorded, recordStockActions } from './stock-action.ts';

export type AskedCount = {
  readonly stockItemId: string;
  readonly lotNumber?: string | undefined;
  readonly bucket?: 'usable' | 'quarantine' | undefined;
  readonly quantity: string;
  readonly unit?: string | undefined;
  readonly reason?: string | undefined;
};

/** A person counted one lot of a stock item: from now on that is its balance. The recorded stock of that moment is kept with it. */
export function countStock(account: Account, asked: AskedCount, key: string, requestId: string): Promise<Recorded> {
  const { tenantId } = account.scope;
  const { stockItemId, lotNumber, bucket = 'usable', quantity, reason } = asked;
  return recordStockActions(account, key, requestId, async (tx) => {
    if (!(await isStockItem(tx, tenantId, stockItemId))) throw new NotFound();
    await requireOwnStock(tx, account.scope, [{ kind: 'stock_item', id: stockItemId, stockItemId }]);
    const balances = await balancesOf(tx, tenantId, { stockItemId, lotNumber: lotNumber ?? '', bucket });
    const unit = asked.unit?.trim().toLowerCase() ?? (balances.length === 1 ? balances[0]?.unit : undefined);
    if (unit === undefined && balances.length > 1) throw new Invalid(['body.unit']);
    const expected = balances.find((balance) => balance.unit === (unit ?? ''))?.quantity ?? '0';
    const data = given({ stockItemId, lotNumber, bucket, quantity, quantityUnit: unit || undefined, expected, reason });
    const audit = {
      action: 'stock.counted',
      subjectKind: 'stock_item',
      subjectId: stockItemId,
      reason: reason ?? null,
    } as const;
    return [{ type: 'scriptline.stock.counted', data, audit }];
  });
}
