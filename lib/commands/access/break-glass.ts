import { randomUUID } from 'node:crypto';
import { requireRow, requireState } from '#lib/commands/base/if-unchanged';
import type { BreakGlassSubject, OpenBreakGlass } from '#lib/contract/access/break-glass';
import {
  breakGlassGrantOver,
  endBreakGlassGrant,
  findBreakGlassGrants,
  lockBreakGlass,
  lockBreakGlassOf,
  openBreakGlassGrants,
  saveBreakGlass,
  saveBreakGlassReview,
} from '#lib/db/access/break-glass';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { notifyAccess } from '#lib/db/base/notify-changes';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { isOwnPerson, personOf } from '#lib/db/patients/owned-person';
import { prescriptionForCommand } from '#lib/db/prescriptions/prescription-for-command';
import type { Account } from '#lib/domain/access/account';
import { breakGlassHours, breakGlassReason, breakGlassStateOf } from '#lib/domain/access/break-glass';
import { Conflict, NotFound } from '#lib/domain/base/refusal';
import type { Scope } from '#lib/domain/base/scope';

type Asked = { readonly kind: BreakGlassSubject; readonly id: string };
type Reach = { readonly patientIds: readonly string[]; readonly prescriptionIds: readonly string[] };

/** The exact person whose records are meant. @throws NotFound; Conflict `own` for a patient that the doctor may see anyhow */
async function reachOf(tx: Tx, scope: Scope, { kind, id }: Asked): Promise<Reach> {
  const { tenantId, prescriberIds } = scope;
  const own = () => new Conflict('own', 'You may see this without a reason.');
  let patientId = id;
  if (kind === 'prescription') {
    const found = requireRow(await prescriptionForCommand(tx, tenantId, id));
    if (prescriberIds.includes(found.prescriberId)) throw own();
    if (found.patientId === null) return { patientIds: [], prescriptionIds: [id] };
    patientId = found.patientId;
  }
  const person = await personOf(tx, tenantId, patientId);
  if (!person) throw new NotFound();
  if (kind === 'patient' && (await isOwnPerson(tx, scope, person.patientIds))) throw own();
  const record = person.recordId === null ? [] : [person.recordId];
  return { patientIds: [...new Set([patientId, ...person.patientIds, ...record])], prescriptionIds: [] };
}

/**
 * Opens a colleague's patient to a doctor who gives a reason: that patient's records to read, and nobody else's, for three hours. Nothing
 * can be changed by it. An opening that exists already is returned: a second press opens nothing more. @throws NotFound; Conflict `own`
 */
export function openByBreakGlass(
  { scope }: Account,
  asked: Asked,
  reason: string,
  requestId: string,
): Promise<OpenBreakGlass> {
  const { tenantId, userId } = scope;
  return inTenant(scope, async (tx) => {
    await lockBreakGlassOf(tx, scope);
    const reach = await reachOf(tx, scope, asked);
    const open = await breakGlassGrantOver(tx, scope, {
      patientIds: reach.patientIds,
      ...(asked.kind === 'prescription' ? { prescriptionId: asked.id } : {}),
    });
    if (open) return { id: open.id, kind: asked.kind, subjectId: asked.id, until: open.until };
    const id = `bg_${randomUUID()}`;
    const subject = { subjectKind: asked.kind, subjectId: asked.id };
    const until = await saveBreakGlass(tx, {
      tenantId,
      id,
      userId,
      ...subject,
      ...reach,
      reason,
      hours: breakGlassHours,
    });
    const line = { action: 'break-glass.opened', ...subject, reason: `${breakGlassReason(id)}: ${reason}` } as const;
    await writeAudit(tx, { tenantId, actorId: userId, requestId, ...line });
    await notifyAccess(tx, tenantId);
    return { id, kind: asked.kind, subjectId: asked.id, until: until.toISOString() };
  });
}

/** Ends one's own opening before its time. @throws NotFound when the asker has none of that id open */
export function endBreakGlass({ scope }: Account, id: string, requestId: string): Promise<{ readonly ended: string }> {
  const { tenantId, userId } = scope;
  return inTenant(scope, async (tx) => {
    const open = (await openBreakGlassGrants(tx, scope)).find((glass) => glass.id === id);
    if (!open) throw new NotFound();
    await endBreakGlassGrant(tx, tenantId, id, userId);
    const { subjectKind, subjectId } = open;
    const line = { action: 'break-glass.ended', subjectKind, subjectId, reason: breakGlassReason(id) } as const;
    await writeAudit(tx, { tenantId, actorId: userId, requestId, ...line });
    await notifyAccess(tx, tenantId);
    return { ended: id };
  });
}

/** An admin's review of an opening, once it is over. @throws NotFound; Conflict `still-open`, `reviewed` */
export function reviewBreakGlass(
  { scope }: Account,
  id: string,
  note: string,
  requestId: string,
): Promise<{ readonly reviewed: string }> {
  const { tenantId, userId } = scope;
  return inTenant(scope, async (tx) => {
    await lockBreakGlass(tx, tenantId, id);
    const [found] = await findBreakGlassGrants(tx, tenantId, { id, show: 'all', after: null, limit: 1 });
    if (!found) throw new NotFound();
    const state = breakGlassStateOf(found, new Date());
    requireState(state !== 'open', 'still-open', 'It is still open: it is reviewed once it is over.');
    requireState(state !== 'reviewed', 'reviewed', 'Somebody reviewed it meanwhile.');
    await saveBreakGlassReview(tx, tenantId, { id, reviewedBy: userId, note });
    const subject = { subjectKind: found.subjectKind, subjectId: found.subjectId };
    const line = { action: 'break-glass.reviewed', ...subject, reason: `${breakGlassReason(id)}: ${note}` } as const;
    await writeAudit(tx, { tenantId, actorId: userId, requestId, ...line });
    await notifyAccess(tx, tenantId);
    return { reviewed: id };
  });
}
