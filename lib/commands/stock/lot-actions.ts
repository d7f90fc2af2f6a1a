import { requireState } from '#lib/commands/base/if-unchanged';
import type { Tx } from '#lib/db/base/in-tenant';
import { heldLot } from '#lib/db/stock/known-lots';
import { requireOwnStock } from '#lib/db/stock/own-stock';
import type { Account } from '#lib/domain/access/account';
import { NotFound } from '#lib/domain/base/refusal';
import type { Scope } from '#lib/domain/base/scope';
import type { ExpiryDecision } from '#lib/domain/stock/expiry-decision';
import { given, type Recorded, recordStockActions, type StockAction } from './stock-action.ts';

async function lotOf(tx: Tx, scope: Scope, id: string) {
  const lot = await heldLot(tx, scope.tenantId, id);
  if (!lot) throw new NotFound();
  await requireOwnStock(tx, scope, [{ kind: 'lot', id, stockItemId: lot.stockItemId }]);
  return lot;
}

function act(
  type: 'lot.quarantined' | 'lot.released' | 'expiry.decided',
  id: string,
  data: StockAction['data'],
  reason: string | null,
): StockAction {
  return {
    type: `scriptline.${type}`,
    data,
    audit: { action: type, subjectKind: 'lot', subjectId: id, ...(reason === null ? {} : { reason }) },
  };
}

/** Takes a lot off the shelf. @throws Conflict `held` when it is quarantined already */
export function quarantineLot(
  account: Account,
  id: string,
  reason: string,
  key: string,
  requestId: string,
): Promise<Recorded> {
  return recordStockActions(account, key, requestId, async (tx) => {
    const { stockItemId, lotNumber, hold } = await lotOf(tx, account.scope, id);
    requireState(hold === 'free', 'held', 'The lot is held back already.');
    return [act('lot.quarantined', id, given({ stockItemId, lotNumber, reason }), reason)];
  });
}

/** Releases a lot: for the pharmacist in charge. @throws Conflict `free` when it is not quarantined */
export function releaseLot(
  account: Account,
  id: string,
  reason: string,
  key: string,
  requestId: string,
): Promise<Recorded> {
  return recordStockActions(account, key, requestId, async (tx) => {
    const { stockItemId, lotNumber, hold } = await lotOf(tx, account.scope, id);
    requireState(hold !== 'free', 'free', 'Nothing holds the lot back.');
    return [act('lot.released', id, given({ stockItemId, lotNumber, reason }), reason)];
  });
}

export type AskedDecision = {
  readonly decision: ExpiryDecision;
  readonly owner?: string | undefined;
  readonly reason?: string | undefined;
};

/** The decision about a lot that expires, and the person it is assigned to. */
export function decideExpiry(
  account: Account,
  id: string,
  { decision, owner, reason }: AskedDecision,
  key: string,
  requestId: string,
): Promise<Recorded> {
  return recordStockActions(account, key, requestId, async (tx) => {
    const { stockItemId, lotNumber } = await lotOf(tx, account.scope, id);
    const data = given({ stockItemId, lotNumber, decision, owner: owner ?? account.name, reason });
    return [act('expiry.decided', id, data, reason ?? decision)];
  });
}
