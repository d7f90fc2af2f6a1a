import { inTenant } from '#lib/db/base/in-tenant';
import { notifyAccess } from '#lib/db/base/notify-changes';
import { deleteLocation, isLocationInUse, locationName, saveLocation } from '#lib/db/directories/locations';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import type { Account } from '#lib/domain/access/account';
import { Conflict, NotFound } from '#lib/domain/base/refusal';

type Place = { readonly id: string; readonly name: string };

/** Gives a location a name, or another one. `id`: as sources call it. */
export function nameLocation({ scope }: Account, { id, name }: Place, requestId: string): Promise<Place> {
  const { tenantId, userId } = scope;
  return inTenant(scope, async (tx) => {
    const before = await locationName(tx, tenantId, id);
    if (before === name) return { id, name };
    await saveLocation(tx, tenantId, id, name);
    const line = { action: 'location.recorded', subjectKind: 'location', subjectId: id } as const;
    const reason = `name: ${before ?? '–'} → ${name}`;
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
    if (await isLocationInUse(tx, tenantId, id))
      throw new Conflict('in-use', 'Somebody works at this place: change the accounts first.');
    if (!(await deleteLocation(tx, tenantId, id))) throw new NotFound();
    const line = { action: 'location.removed', subjectKind: 'location', subjectId: id } as const;
    await writeAudit(tx, { tenantId, actorId: userId, requestId, ...line });
    await notifyAccess(tx, tenantId);
    return { removed: id };
  });
}
