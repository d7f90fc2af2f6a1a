import { route } from '#lib/http';
import { listOrFile } from '#lib/http/base/list-query';
import { listPatients } from '#lib/views/patients/patient-list';
import { patientsCsv } from '#lib/views/patients/patients-csv';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'directories.read', query: listOrFile },
  async ({ account, query: { format, ...asking }, requestId }) =>
    format === 'csv' ? patientsCsv(account, requestId) : listPatients(account, asking, requestId),
);
