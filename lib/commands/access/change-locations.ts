import { inTenant } from '#lib/db/base/in-tenant';
import { notifyAccess } from '#lib/db/base/notify-changes';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import type { Account } from '#lib/domain/access/account';
import { Conflict, NotFound } from '#lib/domain/base/refusal';

type Place = { readonly id: string; readonly name: string };

/** Gives a location a name, or another one. `id`: as sources call it. */
export function nameLocation({ scope }: Account, { id, name }: Place, requestId: string): Promise<Place> {
  const { tenantId, userId } = scope;
  return inTenant(scope, async (tx) => {
    const where = { tenantId_id: { tenantId, id } };
    const before = await tx.location.findUnique({ where });
    if (before?.name === name) return { id, name };
    await tx.location.upsert({ where, create: { tenantId, id, name }, update: { name } });
    const line = { action: 'location.recorded', subjectKind: 'location', subjectId: id } as const;
    const reason = `name: ${before?.name ?? '–'} → ${name}`;
    await writeAudit(tx, { tenantId, actorId: userId, requestId, reason, ...line });
    await notifyAccess(tx, tenantId);
    return { id, name };
  });
}

/** Removes a location's name. @throws NotFound; Conflict `in-use` while a person works there only: without it they would see everything */
export function removeLocation(
  { scope }: Account,
  id: string,
  requestId: string,
): Promise<{ readonly removed: string }> {
  const { tenantId, userId } = scope;
  return inTenant(scope, async (tx) => {
    const users = await tx.userLocation.count({ where: { tenantId, locationId: id } });
    if (users > 0) throw new Conflict('in-use', 'Somebody works at this place: change the accounts first.');
    const removed = await tx.location.deleteMany({ where: { tenantId, id } });
    if (removed.count === 0) throw new NotFound();
    const line = { action: 'location.removed', subjectKind: 'location', subjectId: id } as const;
    await writeAudit(tx, { tenantId, actorId: userId, requestId, ...line });
    await notifyAccess(tx, tenantId);
    return { removed: id };
  });
}
