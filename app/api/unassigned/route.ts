import { route } from '#lib/http';
import { listOrFile } from '#lib/http/base/list-query';
import { listUnassigned, unassignedCsv } from '#lib/views/prescriptions/unassigned';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'unassigned.read', query: listOrFile },
  async ({ account, query: { format, ...asking }, requestId }) =>
    format === 'csv' ? unassignedCsv(account, requestId) : listUnassigned(account, asking),
);
