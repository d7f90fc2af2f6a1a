import { requireUnchanged } from '#lib/commands/base/if-unchanged';
import type { AccountEdit } from '#lib/contract/access/access';
import { revokeLinks } from '#lib/db/access/account-link';
import { type FoundAccount, lockAccount, otherAdminStays, setReach } from '#lib/db/access/find-accounts';
import { disableUser, enableUser, saveUser } from '#lib/db/access/save-accounts';
import { endSessionsOf } from '#lib/db/access/session';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { notifyAccess, notifyEnded } from '#lib/db/base/notify-changes';
import { namedLocationIds } from '#lib/db/directories/locations';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import type { Account } from '#lib/domain/access/account';
import { differences } from '#lib/domain/base/json/differences';
import { Conflict, Invalid, NotFound } from '#lib/domain/base/refusal';
import type { Scope } from '#lib/domain/base/scope';
import type { AuditAction } from '#lib/domain/ledger/audit';

type Asked = { readonly id: string; readonly requestId: string };

async function locked(tx: Tx, { tenantId }: Scope, id: string): Promise<FoundAccount> {
  const found = await lockAccount(tx, tenantId, id);
  if (!found) throw new NotFound();
  return found;
}

/** No account can lock its own person out, and some account can always administer. */
async function refuseLosingAdmin(tx: Tx, scope: Scope, found: FoundAccount): Promise<void> {
  if (found.id === scope.userId) throw new Conflict('own-account', 'Another admin changes this of your own account.');
  if (found.role === 'admin' && found.disabledAt === null && !(await otherAdminStays(tx, scope.tenantId, found.id)))
    throw new Conflict('last-admin', 'The last admin stays: make another one first.');
}

function said(
  tx: Tx,
  { tenantId, userId }: Scope,
  { id, requestId }: Asked,
  action: AuditAction,
  reason: string | null,
) {
  return writeAudit(tx, {
    tenantId,
    actorId: userId,
    action,
    subjectKind: 'account',
    subjectId: id,
    reason,
    requestId,
  });
}

/**
 * Changes a person's details and permissions. A new role ends their sessions: open screens may show records that are no longer permitted.
 * @throws NotFound; Conflict `changed` (another admin was quicker), `own-account`, `last-admin`; Invalid for an unknown location
 */
export function changeAccount(
  { scope }: Account,
  asked: Asked,
  edit: AccountEdit,
): Promise<{ readonly version: number }> {
  const { tenantId } = scope;
  return inTenant(scope, async (tx) => {
    const before = await locked(tx, scope, asked.id);
    requireUnchanged(before, edit.version, 'Somebody changed this account meanwhile.');
    const role = edit.role ?? before.role;
    const after = {
      ...{ name: edit.name ?? before.name, role },
      inCharge: role === 'pharmacist' && (edit.inCharge ?? before.inCharge),
      prescriberIds: [...new Set(edit.prescriberIds ?? before.prescriberIds)].sort(),
      locationIds: [...new Set(edit.locationIds ?? before.locationIds)].sort(),
    };
    if (role !== before.role) await refuseLosingAdmin(tx, scope, before);
    const places = await namedLocationIds(tx, tenantId);
    const added = after.locationIds.filter((id) => !before.locationIds.includes(id));
    if (added.some((id) => !places.includes(id))) throw new Invalid(['body.locationIds']);
    const { name, inCharge, prescriberIds, locationIds } = before;
    const changed = differences({ name, role: before.role, inCharge, prescriberIds, locationIds }, after);
    if (changed === null) return { version: before.version };
    const { name: newName, inCharge: newInCharge } = after;
    const version = await saveUser(tx, tenantId, { id: asked.id, name: newName, role, inCharge: newInCharge });
    await setReach(tx, tenantId, asked.id, after);
    await said(tx, scope, asked, 'account.changed', changed);
    if (role !== before.role) await endSessionsOf(tx, tenantId, asked.id);
    else await notifyEnded(tx, tenantId, asked.id);
    await notifyAccess(tx, tenantId);
    return { version };
  });
}

/** Locks an account and everything that is open under it, at once. @throws NotFound; Conflict `own-account`, `last-admin` */
export function disableAccount({ scope }: Account, asked: Asked, reason: string): Promise<{ readonly ended: number }> {
  const { tenantId } = scope;
  return inTenant(scope, async (tx) => {
    const found = await locked(tx, scope, asked.id);
    await refuseLosingAdmin(tx, scope, found);
    if (found.disabledAt !== null) return { ended: 0 };
    await disableUser(tx, tenantId, asked.id);
    await revokeLinks(tx, { tenantId, userId: asked.id });
    await said(tx, scope, asked, 'account.disabled', reason);
    const ended = await endSessionsOf(tx, tenantId, asked.id);
    await notifyAccess(tx, tenantId);
    return { ended };
  });
}

/** Lets a disabled account in again, by the password that it had. @throws NotFound */
export function enableAccount({ scope }: Account, asked: Asked): Promise<{ readonly enabled: boolean }> {
  const { tenantId } = scope;
  return inTenant(scope, async (tx) => {
    const found = await locked(tx, scope, asked.id);
    if (found.disabledAt === null) return { enabled: false };
    await enableUser(tx, tenantId, asked.id);
    await said(tx, scope, asked, 'account.enabled', null);
    await notifyAccess(tx, tenantId);
    return { enabled: true };
  });
}

/** Ends every open session of an account; its person may sign in once more. One's own too: elsewhere, and here. @throws NotFound */
export function endSessions({ scope }: Account, asked: Asked): Promise<{ readonly ended: number }> {
  const { tenantId } = scope;
  return inTenant(scope, async (tx) => {
    await locked(tx, scope, asked.id);
    const ended = await endSessionsOf(tx, tenantId, asked.id);
    if (ended > 0) await said(tx, scope, asked, 'account.sessions-ended', null);
    await notifyAccess(tx, tenantId);
    return { ended };
  });
}
