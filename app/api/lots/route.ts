import { route } from '#lib/http';
import { lotFilter } from '#lib/http/stock-requests';
import { listLots } from '#lib/views/lot-list';
import { lotsCsv } from '#lib/views/stock-csv';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'lots.read', query: lotFilter },
  async ({ account, query: { format, ...asking }, requestId }) =>
    format === 'csv' ? lotsCsv(account, asking, requestId) : listLots(account, asking),
);
