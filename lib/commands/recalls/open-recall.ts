import { createHash } from 'node:crypto';
import { recordAction } from '#lib/actions/record-action';
import { requireState } from '#lib/commands/base/if-unchanged';
import { inTenant } from '#lib/db/base/in-tenant';
import { databaseNow } from '#lib/db/base/now';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { wasRecorded } from '#lib/db/ledger/digests-by-key';
import { retryContention } from '#lib/db/ledger/retry-contention';
import { lockRecalls } from '#lib/db/recalls/lock-recalls';
import { areInOpenRecall } from '#lib/db/recalls/recalled-lots';
import { countKnownItems } from '#lib/db/stock/known-stock-items';
import type { Account } from '#lib/domain/access/account';
import { Invalid } from '#lib/domain/base/refusal';
import { ownRecall } from './own-recall.ts';

export type OpenedLot = { readonly stockItemId: string; readonly lotNumber?: string | undefined };
export type RecallOpening = {
  /** An open case whose further lots these are. */
  readonly recallId?: string | undefined;
  readonly lots: readonly OpenedLot[];
  readonly recallClass?: string | undefined;
  readonly depth?: string | undefined;
  readonly reason: string;
};

/**
 * Opens a case by hand, or names further lots of an open one: they are quarantined at once, wherever they are. @throws Conflict
 * `already-open` when a lot is in an open case @throws Invalid when a stock item is not known
 */
export async function openRecall(
  { scope }: Account,
  { recallId, lots, recallClass, depth, reason }: RecallOpening,
  key: string,
  requestId: string,
): Promise<{ readonly id: string }> {
  const { tenantId, userId } = scope;
  const made = createHash('sha256')
    .update(JSON.stringify([tenantId, key]))
    .digest('hex')
    .slice(0, 24);
  const id = recallId ?? `scriptline:rcl_${made}`;
  await retryContention(() =>
    inTenant(scope, async (tx) => {
      await lockRecalls(tx, tenantId);
      if (recallId !== undefined) await ownRecall(tx, tenantId, recallId);
      const items = [...new Set(lots.map((lot) => lot.stockItemId))];
      if ((await countKnownItems(tx, tenantId, items)) < items.length) throw new Invalid(['body.lots']);
      const recorded = await wasRecorded(tx, tenantId, key);
      requireState(
        recorded || !(await areInOpenRecall(tx, tenantId, lots)),
        'already-open',
        'A lot of these is in an open recall.',
      );
      const data = {
        ...{ recallId: id, reason },
        lots: lots.map(({ stockItemId, lotNumber }) => ({ stockItemId, ...(lotNumber ? { lotNumber } : {}) })),
        ...(recallClass ? { recallClass } : {}),
        ...(depth ? { depth } : {}),
      };
      const act = { type: 'scriptline.recall.opened', key, data, at: await databaseNow(tx) };
      const seq = await recordAction(tx, { tenantId, userId }, act);
      const line = { action: 'recall.opened', subjectKind: 'recall', subjectId: id, reason, requestId } as const;
      if (seq !== null) await writeAudit(tx, { tenantId, actorId: userId, ...line });
    }),
  );
  return { id };
}
