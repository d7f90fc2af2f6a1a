import type { AddressOnFile } from '#lib/contract/patients/patient';
import type { Tx } from '#lib/db/base/in-tenant';
import { recordsOf } from '#lib/db/directories/directory';
import { personOf } from '#lib/db/patients/owned-person';
import { personPrescriptions } from '#lib/db/prescriptions/person-prescriptions';
import { extentOf } from '#lib/domain/access/permission';
import type { Scope } from '#lib/domain/base/scope';
import { entered } from '#lib/domain/directories/directory';
import { type Row, text } from '#lib/domain/ledger/fold';

/** The newest entry by a person of the clinic, in the directory or at a prescription; else the address that the source last wrote to. */
export function addressOnFile(entry: Row | undefined, prescriptions: readonly Row[]): AddressOnFile | null {
  const addressFrom = (field: string, from: AddressOnFile['from']) =>
    prescriptions.flatMap((registers): AddressOnFile[] => {
      const value = text(registers, field);
      return value === null ? [] : [{ value, from, at: registers[field]?.at ?? '' }];
    });
  const newest = (all: readonly AddressOnFile[]) =>
    all.toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1))[0] ?? null;
  const email = entered(entry, 'email');
  const directory =
    email === null ? [] : [{ value: email, from: 'directory' as const, at: entry?.['email']?.at ?? '' }];
  return (
    newest([...directory, ...addressFrom('fileAddress', 'person')]) ?? newest(addressFrom('attemptedAddress', 'sender'))
  );
}

const mostRead = 50;

/** A patient's address on file, as far as the account may know it. */
export async function addressOfPatient(tx: Tx, scope: Scope, patientId: string): Promise<string | null> {
  const { tenantId } = scope;
  const person = await personOf(tx, tenantId, patientId);
  if (!person) return null;
  const { recordId, patientIds } = person;
  const own = extentOf(scope, 'directories.read') === 'own' ? scope.prescriberIds : null;
  const found = await personPrescriptions(tx, tenantId, patientIds, own, mostRead);
  const records = await recordsOf(tx, tenantId, recordId === null ? [] : [recordId]);
  const rows = found.map(({ registers }) => registers);
  return addressOnFile(records.get(recordId ?? ''), rows)?.value ?? null;
}
