import { route } from '#lib/http';
import { returnFilter } from '#lib/http/stock-requests';
import { listReturns } from '#lib/views/return-list';
import { returnsCsv } from '#lib/views/stock-csv';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'dispenses.read', query: returnFilter },
  async ({ account, query: { format, ...asking }, requestId }) =>
    format === 'csv' ? returnsCsv(account, asking, requestId) : listReturns(account, asking, requestId),
);
