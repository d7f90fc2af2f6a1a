import { route } from '#lib/http';
import { patientSearchBody } from '#lib/http/directories/directory-schema';
import { searchPatients } from '#lib/views/patients/patient-list';
import { foundPatientsCsv } from '#lib/views/patients/patients-csv';

/** By POST, so that a person's name is never part of an address. */
export const POST = route(
  { permission: 'directories.read', body: patientSearchBody },
  async ({ account, body: { q, format }, requestId }) =>
    format === 'csv' ? foundPatientsCsv(account, q, requestId) : searchPatients(account, q, requestId),
);
