import type { LotDetail } from '#lib/contract/stock/stock';
import { inTenant } from '#lib/db/base/in-tenant';
import { countDispenses } from '#lib/db/dispenses/find-dispenses';
import { reopenedRecalls } from '#lib/db/recalls/reopened-recalls';
import { findLots } from '#lib/db/stock/find-lots';
import { lotLedger } from '#lib/db/stock/lot-ledger';
import { requireOwnStock } from '#lib/db/stock/own-stock';
import type { Account } from '#lib/domain/access/account';
import { NotFound } from '#lib/domain/base/refusal';
import { dayIn } from '#lib/domain/base/time/day-in';
import { readAlerts } from './alerts.ts';
import { lotRows } from './lot-list.ts';

const mostMovements = 200;

/** One lot of one stock item: its facts, its movements, its alerts, and the number of its dispenses (their people are in the list of dispenses). */
export function getLot(account: Account, id: string): Promise<LotDetail> {
  const { tenantId } = account.scope;
  const today = dayIn(account.timeZone, new Date());
  return inTenant(account.scope, async (tx) => {
    const reopened = await reopenedRecalls(tx, tenantId);
    const found = await findLots(tx, {
      ...{ tenantId, today, filter: { ids: [id] }, sort: 'expiry', after: null, limit: 1, reopenedRecalls: reopened },
    });
    const [row] = await lotRows(tx, tenantId, today, found);
    if (!row) throw new NotFound();
    const { stockItemId, lotNumber } = row;
    await requireOwnStock(tx, account.scope, [{ kind: 'lot', id, stockItemId }]);
    const ledger = await lotLedger(tx, tenantId, { stockItemId, lotNumber }, mostMovements + 1);
    const alerts = await readAlerts(tx, account, { stockItemId, lotNumber, limit: 20 });
    const { count } = await countDispenses(tx, tenantId, { stockItem: stockItemId, lot: lotNumber });
    return {
      ...row,
      movements: ledger.slice(0, mostMovements).map(({ at, unit, ...movement }) => ({
        ...movement,
        at: at.toISOString(),
        unit: unit === '' ? null : unit,
      })),
      moreMovements: ledger.length > mostMovements,
      alerts: alerts.items,
      people: count,
    };
  });
}
