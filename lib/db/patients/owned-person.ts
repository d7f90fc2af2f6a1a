import { breakGlassGrantOver } from '#lib/db/access/break-glass';
import type { Tx } from '#lib/db/base/in-tenant';
import { linkedPatients, linkedRecords } from '#lib/db/directories/directory';
import type { BreakGlassGrant } from '#lib/domain/access/break-glass';
import { extentOf, type Permission } from '#lib/domain/access/permission';
import { Forbidden, NotFound } from '#lib/domain/base/refusal';
import type { Scope } from '#lib/domain/base/scope';

/** A person as the tenant knows them: an entry of the directory with the sources' patients linked to it, or one source's patient alone. */
export type OwnedPerson = {
  /** The entry's id where there is one, else the patient's. */
  readonly id: string;
  readonly recordId: string | null;
  readonly patientIds: readonly string[];
};

async function known(tx: Tx, tenantId: string, id: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ known: boolean }[]>`
    select exists (select from "PatientRecord" where "tenantId" = ${tenantId} and id = ${id})
      or exists (select from "Patient" where "tenantId" = ${tenantId} and id = ${id})
      or exists (select from "Prescription" where "tenantId" = ${tenantId} and "patientId" = ${id}) as known`;
  return row?.known === true;
}

/** True where one of the account's prescriptions is of these patients. */
export async function isOwnPerson(tx: Tx, scope: Scope, patientIds: readonly string[]): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ own: boolean }[]>`
    select exists (select from "Prescription" where "tenantId" = ${scope.tenantId} and "patientId" = any(${[...patientIds]}::text[])
      and "prescriberId" = any(${[...scope.prescriberIds]}::text[])) as own`;
  return row?.own === true;
}

/** The person under an id of the directory or of a source, for any account; null when the tenant has none. */
export async function personOf(tx: Tx, tenantId: string, id: string): Promise<OwnedPerson | null> {
  if (!(await known(tx, tenantId, id))) return null;
  const recordId = id.startsWith('dir:') ? id : ((await linkedRecords(tx, tenantId, [id])).get(id) ?? null);
  const patientIds = recordId === null ? [id] : ((await linkedPatients(tx, tenantId, [recordId])).get(recordId) ?? []);
  return { id: recordId ?? id, recordId, patientIds };
}

/**
 * The person under an id of the directory or of a source. Throws `NotFound` when the tenant has none (another tenant's gets the same
 * answer), `Forbidden` for a colleague's patient only.
 */
export async function ownedPerson(tx: Tx, scope: Scope, id: string, permission: Permission): Promise<OwnedPerson> {
  const person = await personOf(tx, scope.tenantId, id);
  if (!person) throw new NotFound();
  if (extentOf(scope, permission) === 'own' && !(await isOwnPerson(tx, scope, person.patientIds)))
    throw new Forbidden({ kind: 'patient', id });
  return person;
}

/**
 * The same for reading: a colleague's patient under emergency access is shown too, by the ids that were theirs when it was opened, with the
 * opening that permits it.
 */
export async function seenPerson(
  tx: Tx,
  scope: Scope,
  id: string,
): Promise<OwnedPerson & { readonly glass: BreakGlassGrant | null }> {
  const person = await personOf(tx, scope.tenantId, id);
  if (!person) throw new NotFound();
  const own = extentOf(scope, 'directories.read') !== 'own' || (await isOwnPerson(tx, scope, person.patientIds));
  if (own) return { ...person, glass: null };
  const glass = await breakGlassGrantOver(tx, scope, { patientIds: [id] });
  if (!glass) throw new Forbidden({ kind: 'patient', id });
  const recordId = person.recordId !== null && glass.patientIds.includes(person.recordId) ? person.recordId : null;
  return {
    ...{ id: recordId ?? id, recordId, glass },
    patientIds: person.patientIds.filter((one) => glass.patientIds.includes(one)),
  };
}
