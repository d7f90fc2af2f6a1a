import type { HoldKind } from '#lib/contract/retention/retention';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { notifyScreens } from '#lib/db/base/notify-changes';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { lockRetention } from '#lib/db/retention/purge-run';
import type { Account } from '#lib/domain/access/account';
import { Conflict, Invalid, NotFound } from '#lib/domain/base/refusal';

export type Holding = {
  readonly kind: HoldKind;
  /** An id with its system (`medication:rx_1`), of a source its key; left out for everything. */
  readonly subject?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly reason: string;
};

/** The id of the subject; null: there is no such thing here. */
async function subjectIdOf(tx: Tx, tenantId: string, { kind, subject = '' }: Holding): Promise<string | null> {
  const key = { where: { tenantId_id: { tenantId, id: subject } }, select: { id: true } };
  switch (kind) {
    case 'everything':
      return '';
    case 'patient':
      return ((await tx.patient.findUnique(key)) ?? (await tx.patientRecord.findUnique(key)))?.id ?? null;
    case 'prescription':
      return (await tx.prescription.findUnique(key))?.id ?? null;
    case 'lot':
      return (await tx.lot.findUnique(key))?.id ?? null;
    case 'recall':
      return (await tx.recallCase.findUnique(key))?.id ?? null;
    case 'source':
      return (await tx.source.findUnique({ where: { tenantId_key: { tenantId, key: subject } } }))?.id ?? null;
  }
}

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
    const subjectId = await subjectIdOf(tx, tenantId, holding);
    if (subjectId === null) throw new Invalid([`subject: there is no such ${kind}`]);
    const id = `hold_${key}`;
    const period = kind === 'source' ? { from: from ?? null, to: to ?? null } : {};
    const { count } = await tx.legalHold.createMany({
      data: [
        { tenantId, id, kind, subjectId: subjectId === '' ? null : subjectId, reason, placedBy: userId, ...period },
      ],
      skipDuplicates: true,
    });
    if (count === 0) return { id };
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
    const hold = await tx.legalHold.findUnique({ where: { tenantId_id: { tenantId, id } } });
    if (!hold) throw new NotFound();
    if (hold.releasedAt !== null) throw new Conflict('released', 'The hold was released before.');
    await tx.$executeRaw`
      update "LegalHold" set "releasedAt" = clock_timestamp(), "releasedBy" = ${userId}, "releaseReason" = ${reason}
      where "tenantId" = ${tenantId} and id = ${id} and "releasedAt" is null`;
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
