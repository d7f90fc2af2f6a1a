import { requireState } from '#lib/commands/base/if-unchanged';
import { findRecall, lotsOfRecalls } from '#lib/db/recalls/find-recalls';
import { countRecalls } from '#lib/db/recalls/recall-counts';
import type { Account } from '#lib/domain/access/account';
import { Conflict } from '#lib/domain/base/refusal';
import { checksOf, mayClose } from '#lib/domain/recalls/checks';
import { recordRecallAction } from './record-recall-action.ts';

/**
 * The pharmacist in charge closes a case. Everybody is reached or recorded as not reachable with a reason, every lot is quarantined and
 * accounted for, every return is decided; the counts of that moment are part of the action. @throws Conflict `not-yet` while a check fails,
 * `closed` when it is
 */
export function closeRecall(
  account: Account,
  recallId: string,
  stock: string,
  request: { readonly key: string; readonly requestId: string },
) {
  const act = { type: 'scriptline.recall.closed', action: 'recall.closed', recallId, data: { stock } } as const;
  return recordRecallAction(account, { ...act, ...request }, async (tx) => {
    const { tenantId, userId } = account.scope;
    const recall = await findRecall(tx, tenantId, recallId);
    const found = recall ? [recall] : [];
    const { counts } = (await countRecalls(tx, { tenantId, userId, prescriberIds: null }, found))(recallId);
    requireState(!counts.closed, 'closed', 'The recall is closed.');
    if (!mayClose(counts)) {
      const missing = checksOf(counts).flatMap((one) => (one.missing > 0 ? [one.check] : []));
      throw new Conflict('not-yet', `Checks that do not pass yet: ${missing.join(', ')}.`);
    }
    const { people, contacted, givenUp, broughtBack, lots } = counts;
    const named = (await lotsOfRecalls(tx, tenantId, [recallId])).map(({ stockItemId, lotNumber }) => ({
      stockItemId,
      ...(lotNumber === null ? {} : { lotNumber }),
    }));
    return { people, contacted, givenUp, broughtBack, lots, named };
  });
}
