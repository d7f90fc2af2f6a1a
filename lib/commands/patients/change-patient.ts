import { randomUUID } from 'node:crypto';
import { recordActions } from '#lib/actions/record-actions';
import { requireState } from '#lib/commands/base/if-unchanged';
import { addressActions } from '#lib/commands/ledger/address-actions';
import type { Correction, PatientChanged } from '#lib/contract/patients/patient';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { databaseNow } from '#lib/db/base/now';
import { lockDirectory } from '#lib/db/directories/directory-lock';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { digestsByKey } from '#lib/db/ledger/digests-by-key';
import { retryContention } from '#lib/db/ledger/retry-contention';
import { type OwnedPerson, ownedPerson } from '#lib/db/patients/owned-person';
import type { Account } from '#lib/domain/access/account';
import { Conflict } from '#lib/domain/base/refusal';
import type { PlannedAction } from '#lib/domain/directories/import-plan';
import type { AuditAction } from '#lib/domain/ledger/audit';

/** A person's action on the directory: its content and its patient, under the request's idempotency key. */
type Asked = { readonly id: string; readonly key: string; readonly requestId: string };

type Decided = { readonly id: string; readonly acts: readonly PlannedAction[] };

/** Decides and writes in one transaction, alone in the tenant's directory; the view and the action are in the audit with it. */
function acting(
  { scope }: Account,
  { id, key, requestId }: Asked,
  action: AuditAction,
  reason: string | null,
  decide: (tx: Tx) => Promise<Decided>,
): Promise<PatientChanged> {
  const { tenantId, userId } = scope;
  return retryContention(() =>
    inTenant(scope, async (tx) => {
      await lockDirectory(tx, tenantId);
      const before = await digestsByKey(tx, tenantId, [key]);
      // The same request after its answer was lost: it is done, whatever came since.
      if (before.size > 0) return { id: (await ownedPerson(tx, scope, id, 'directories.edit')).id };
      const decided = await decide(tx);
      const acts = decided.acts.map((act, nth) => ({ ...act, key: nth === 0 ? key : `${key}:${nth}` }));
      await recordActions(tx, { tenantId, userId }, acts, await databaseNow(tx));
      await writeAudit(tx, {
        tenantId,
        actorId: userId,
        action,
        reason,
        subjectKind: 'patient',
        subjectId: id,
        requestId,
      });
      return { id: decided.id };
    }),
  );
}

const newRecord = () => `dir:${randomUUID()}`;

function linked(patientId: string, recordId: string | null, note: string | null): PlannedAction {
  const data = { patientId, basis: 'person', ...(recordId === null ? {} : { recordId }), ...(note ? { note } : {}) };
  return { type: 'scriptline.patient.linked', data };
}

/** The entry of a person, made and linked with the source's patient where there is none yet. */
function entryOf(
  person: OwnedPerson,
  values: Record<string, string | string[]>,
): { recordId: string; acts: PlannedAction[] } {
  const recordId = person.recordId ?? newRecord();
  const recorded = { type: 'scriptline.patient.recorded', data: { recordId, ...values } };
  const links = person.recordId === null ? person.patientIds.map((id) => linked(id, recordId, null)) : [];
  return { recordId, acts: [recorded, ...links] };
}

/** Enters or corrects the clinic's data of a person. A correction is a new event; fields that it does not name stay. Emails go to the new address. */
export function correctPatient(account: Account, asked: Asked, correction: Correction): Promise<PatientChanged> {
  const { reason, ...fields } = correction;
  return acting(account, asked, 'patient.corrected', reason ?? null, async (tx) => {
    const person = await ownedPerson(tx, account.scope, asked.id, 'directories.edit');
    const values = Object.fromEntries(
      Object.entries(fields).flatMap(([field, value]) => (typeof value === 'string' ? [[field, value]] : [])),
    );
    const cleared = Object.entries(fields).flatMap(([field, value]) => (value === null ? [field] : []));
    const { recordId, acts } = entryOf(person, {
      ...values,
      ...(cleared.length > 0 ? { cleared } : {}),
      ...(reason ? { reason } : {}),
    });
    const { email } = fields;
    const addresses = email ? person.patientIds.map((patientId) => ({ patientId, email, before: null })) : [];
    return { id: recordId, acts: [...acts, ...(await addressActions(tx, account.scope, addresses, reason ?? null))] };
  });
}

/**
 * Links a source's patient to this person. Both must be the account's own. @throws Conflict `same-person` when they are one already,
 * `linked-elsewhere` when each has an entry of its own
 */
export function linkPatient(account: Account, asked: Asked, other: string, note: string): Promise<PatientChanged> {
  return acting(account, asked, 'patient.linked', note, async (tx) => {
    const { scope } = account;
    const here = await ownedPerson(tx, scope, asked.id, 'links.make');
    const there = await ownedPerson(tx, scope, other, 'links.make');
    requireState(here.id !== there.id, 'same-person', 'They are one person already.');
    requireState(
      here.recordId === null || there.recordId === null,
      'linked-elsewhere',
      'Each has an entry of its own: take one of the links back first.',
    );
    const recordId = here.recordId ?? there.recordId ?? newRecord();
    const fresh = [here, there].filter((person) => person.recordId === null).flatMap(({ patientIds }) => patientIds);
    const entered = here.recordId ?? there.recordId;
    const recorded: PlannedAction[] =
      entered === null ? [{ type: 'scriptline.patient.recorded', data: { recordId } }] : [];
    return { id: recordId, acts: [...recorded, ...fresh.map((id) => linked(id, recordId, note))] };
  });
}

/** Unlinks a source's patient from this person. @throws Conflict `not-linked` */
export function unlinkPatient(account: Account, asked: Asked, other: string, note: string): Promise<PatientChanged> {
  return acting(account, asked, 'patient.unlinked', note, async (tx) => {
    const person = await ownedPerson(tx, account.scope, asked.id, 'links.make');
    if (person.recordId === null || !person.patientIds.includes(other))
      throw new Conflict('not-linked', 'These two are not linked.');
    const left = person.patientIds.length > 1 ? person.id : other;
    return { id: left, acts: [linked(other, null, note)] };
  });
}
