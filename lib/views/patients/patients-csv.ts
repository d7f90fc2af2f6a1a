import type { Page } from '#lib/contract/base/page';
import type { PatientRow } from '#lib/contract/patients/patient';
import type { Account } from '#lib/domain/access/account';
import { csvFile } from '#lib/views/base/csv-file';
import { listPatients, searchPatients } from './patient-list.ts';

const columns = ['id', 'name', 'nameFrom', 'patientIds', 'email', 'reach', 'prescriptions', 'updatedAt'];

const line = (row: PatientRow) => [
  ...[row.id, row.name?.value ?? null, row.name?.from ?? null, row.patientIds.join('; '), row.email, row.reach],
  ...[row.prescriptions, row.updatedAt],
];

type Read = (cursor: string | undefined) => Promise<Page<PatientRow>>;
const file = (account: Account, page: Read, requestId: string) =>
  csvFile(account, { name: 'patients', columns, page, line }, requestId);

/** The account's people as a file: addresses masked as in the list. */
export function patientsCsv(account: Account, requestId: string): Promise<Response> {
  return file(account, (cursor) => listPatients(account, { cursor, limit: 200 }, requestId), requestId);
}

/** The people whom a search finds, as a file. */
export function foundPatientsCsv(account: Account, q: string, requestId: string): Promise<Response> {
  return file(account, () => searchPatients(account, q, requestId), requestId);
}
