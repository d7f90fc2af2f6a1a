import { createHash } from 'node:crypto';
import { recordAction } from '#lib/actions/record-action';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { databaseNow } from '#lib/db/base/now';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { retryContention } from '#lib/db/ledger/retry-contention';
import { reopenedRecalls } from '#lib/db/recalls/reopened-recalls';
import { isOpenRecall, sameProduct } from '#lib/db/stock/stock-sql';
import type { Account } from '#lib/domain/access/account';
import { Conflict, Invalid } from '#lib/domain/base/refusal';
import { normaliseLot } from '#lib/domain/stock/lot-number';
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

async function alreadyOpen(tx: Tx, tenantId: string, lots: readonly OpenedLot[]): Promise<boolean> {
  const open = isOpenRecall(await reopenedRecalls(tx, tenantId));
  const found = await tx.$queryRaw<{ one: number }[]>`
    select 1 as one from unnest(${lots.map((lot) => lot.stockItemId)}::text[], ${lots.map((lot) => normaliseLot(lot.lotNumber ?? ''))}::text[]) as w(item, lot)
      join "StockItem" s on s."tenantId" = ${tenantId} and s.id = w.item
      join "RecallLot" l on l."tenantId" = ${tenantId} and (l."lotNumber" = w.lot or (l."lotNumber" is null and l."stockItemId" = s.id))
      join "StockItem" n on n."tenantId" = ${tenantId} and n.id = l."stockItemId" and (n.id = s.id or ${sameProduct('n', 's')})
      join "RecallCase" c on c."tenantId" = ${tenantId} and c.id = l."recallId"
    where ${open} limit 1`;
  return found.length > 0;
}

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
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${tenantId} recalls`}, 0))`;
      if (recallId !== undefined) await ownRecall(tx, tenantId, recallId);
      const items = [...new Set(lots.map((lot) => lot.stockItemId))];
      const known = await tx.stockItem.count({ where: { tenantId, id: { in: items } } });
      if (known < items.length) throw new Invalid(['body.lots']);
      const before = await tx.ledgerEvent.count({ where: { tenantId, sourceId: 'scriptline', dedupeKey: key } });
      if (before === 0 && (await alreadyOpen(tx, tenantId, lots)))
        throw new Conflict('already-open', 'A lot of these is in an open recall.');
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
