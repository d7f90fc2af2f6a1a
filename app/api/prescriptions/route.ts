import { route } from '#lib/http';
import { prescriptionFilter } from '#lib/http/prescriptions/list-filters';
import { listPrescriptions } from '#lib/views/prescriptions/prescription-list';
import { prescriptionsCsv } from '#lib/views/prescriptions/prescriptions-csv';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'prescriptions.read', query: prescriptionFilter },
  async ({ account, query, requestId }) => {
    const { format, ...asking } = query;
    return format === 'csv'
      ? prescriptionsCsv(account, asking, requestId)
      : listPrescriptions(account, asking, requestId);
  },
);
