import { route } from '#lib/http';
import { listOrFile } from '#lib/http/asked-list';
import { listPatients } from '#lib/views/patient-list';
import { patientsCsv } from '#lib/views/patients-csv';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'directories.read', query: listOrFile },
  async ({ account, query: { format, ...asking }, requestId }) =>
    format === 'csv' ? patientsCsv(account, requestId) : listPatients(account, asking, requestId),
);
