import { extentOf, type Permission } from '#lib/domain/permission';
import { Forbidden, NotFound } from '#lib/domain/refusal';
import type { Scope } from '#lib/domain/scope';
import { linkedPatients, linkedRecords } from './directory.ts';
import type { Tx } from './in-tenant.ts';

/** A person as the tenant knows him: an entry of the directory with the senders' patients linked to it, or one sender's patient alone. */
export type Person = {
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

async function prescribedBy(tx: Tx, scope: Scope, patientIds: readonly string[]): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ own: boolean }[]>`
    select exists (select from "Prescription" where "tenantId" = ${scope.tenantId} and "patientId" = any(${[...patientIds]}::text[])
      and "prescriberId" = any(${[...scope.prescriberIds]}::text[])) as own`;
  return row?.own === true;
}

/**
 * The person under an id of the directory or of a sender. Throws `NotFound` when the tenant has none (another tenant's is not told apart),
 * `Forbidden` when he is a colleague's patient only.
 */
export async function ownedPerson(tx: Tx, scope: Scope, id: string, permission: Permission): Promise<Person> {
  const { tenantId } = scope;
  if (!(await known(tx, tenantId, id))) throw new NotFound();
  const recordId = id.startsWith('dir:') ? id : ((await linkedRecords(tx, tenantId, [id])).get(id) ?? null);
  const patientIds = recordId === null ? [id] : ((await linkedPatients(tx, tenantId, [recordId])).get(recordId) ?? []);
  if (extentOf(scope, permission) === 'own' && !(await prescribedBy(tx, scope, patientIds)))
    throw new Forbidden({ kind: 'patient', id });
  return { id: recordId ?? id, recordId, patientIds };
}
