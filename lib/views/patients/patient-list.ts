import type { Page } from '#lib/contract/base/page';
import type { PatientRow } from '#lib/contract/patients/patient';
import { inTenant } from '#lib/db/base/in-tenant';
import { findPatients } from '#lib/db/patients/find-patients';
import { findPeople } from '#lib/db/patients/find-people';
import type { Account } from '#lib/domain/access/account';
import { extentOf } from '#lib/domain/access/permission';
import { decodeCursor, encodeCursor } from '#lib/views/base/cursor';
import { logRecordAccess } from '#lib/views/base/log-record-access';
import { personRows } from './person-rows.ts';

export type PatientsAsking = { readonly cursor?: string | undefined; readonly limit: number };

const ownOf = ({ scope }: Account) => (extentOf(scope, 'directories.read') === 'own' ? scope.prescriberIds : null);

/** A page of people, the latest event first: a doctor's of their own prescriptions, a pharmacist's of the tenant's. */
export async function listPatients(
  account: Account,
  asking: PatientsAsking,
  requestId: string,
): Promise<Page<PatientRow>> {
  const { scope } = account;
  const { tenantId } = scope;
  const prescriberIds = ownOf(account);
  const [updatedAt, id] = decodeCursor(asking.cursor, ['instant', 'text']) ?? [];
  const after = updatedAt !== undefined && id !== undefined ? { updatedAt, id } : null;
  const looks = logRecordAccess(account, 'record.listed', requestId, 'patient');
  const page = await inTenant(scope, async (tx) => {
    const found = await findPeople(tx, { tenantId, prescriberIds, after, limit: asking.limit + 1 });
    const shown = found.slice(0, asking.limit);
    const items = await personRows(tx, tenantId, shown, prescriberIds);
    await looks.write(
      tx,
      items.flatMap((item) => (item.name ? [item.id] : [])),
    );
    const last = shown.at(-1);
    const more = found.length > shown.length && last !== undefined;
    return { items, nextCursor: more ? encodeCursor([last.updatedAt.toISOString(), last.prescriptionId]) : null };
  });
  looks.remember();
  return page;
}

const mostFound = 50;

/** People found by name, email or phone: requested by POST, so that none of them appears in an address. */
export async function searchPatients(account: Account, q: string, requestId: string): Promise<Page<PatientRow>> {
  const { scope } = account;
  const prescriberIds = ownOf(account);
  const looks = logRecordAccess(account, 'record.listed', requestId, 'patient');
  const items = await inTenant(scope, async (tx) => {
    const found = await findPatients(tx, scope.tenantId, q, prescriberIds, mostFound);
    const rows = await personRows(tx, scope.tenantId, found, prescriberIds);
    await looks.write(
      tx,
      rows.map(({ id }) => id),
    );
    return rows;
  });
  looks.remember();
  return { items, nextCursor: null };
}
