import { requireRow, requireState } from '#lib/commands/base/if-unchanged';
import type { HoldKind } from '#lib/contract/retention/retention';
import { inTenant } from '#lib/db/base/in-tenant';
import { notifyScreens } from '#lib/db/base/notify-changes';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { addHold, heldRecordId, holdById, saveHoldRelease } from '#lib/db/retention/legal-holds';
import { lockRetention } from '#lib/db/retention/purge-run';
import type { Account } from '#lib/domain/access/account';
import { Invalid } from '#lib/domain/base/refusal';

export type Holding = {
  readonly kind: HoldKind;
  /** An id with its system (`medication:rx_1`), of a source its key; left out for everything. */
  readonly subject?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly reason: string;
};

/**
 * Stops the clock for everything about a subject, from the next batch of any purge on. The same key creates it once. @throws Invalid when
 * there is no such subject, or the period ends before it begins
 */
export function placeLegalHold(
  { scope }: Account,
  holding: Holding,
  { key, requestId }: { readonly key: string; readonly requestId: string },
): Promise<{ readonly id: string }> {
  const { tenantId, userId } = scope;
  const { kind, reason, from, to } = holding;
  if (from !== undefined && to !== undefined && from >= to) throw new Invalid(['to: not after its beginning']);
  return inTenant(scope, async (tx) => {
    await lockRetention(tx, tenantId);
    const subjectId = kind === 'everything' ? '' : await heldRecordId(tx, tenantId, kind, holding.subject ?? '');
    if (subjectId === null) throw new Invalid([`subject: there is no such ${kind}`]);
    const id = `hold_${key}`;
    const period = kind === 'source' ? { from: from ?? null, to: to ?? null } : {};
    const hold = { id, kind, subjectId: subjectId === '' ? null : subjectId, reason, placedBy: userId, ...period };
    if (!(await addHold(tx, tenantId, hold))) return { id };
    const line = { action: 'hold.placed', subjectKind: kind, subjectId, reason, requestId } as const;
    await writeAudit(tx, { tenantId, actorId: userId, ...line });
    await notifyScreens(tx, tenantId, []);
    return { id };
  });
}

/** Lets the clocks run on; the legal hold stays on record. @throws Conflict `released` when another admin was first */
export function releaseLegalHold(
  { scope }: Account,
  id: string,
  reason: string,
  requestId: string,
): Promise<{ readonly id: string }> {
  const { tenantId, userId } = scope;
  return inTenant(scope, async (tx) => {
    await lockRetention(tx, tenantId);
    const hold = requireRow(await holdById(tx, tenantId, id));
    requireState(hold.releasedAt === null, 'released', 'The hold was released before.');
    await saveHoldRelease(tx, tenantId, { id, releasedBy: userId, reason });
    const line = {
      action: 'hold.released',
      subjectKind: hold.kind,
      subjectId: hold.subjectId,
      reason,
      requestId,
    } as const;
    await writeAudit(tx, { tenantId, actorId: userId, ...line });
    await notifyScreens(tx, tenantId, []);
    return { id };
  });
}
