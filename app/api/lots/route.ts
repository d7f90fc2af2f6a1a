import { route } from '#lib/http';
import { lotFilter } from '#lib/http/stock/stock-schema';
import { listLots } from '#lib/views/stock/lot-list';
import { lotsCsv } from '#lib/views/stock/stock-csv';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'lots.read', query: lotFilter },
  async ({ account, query: { format, ...asking }, requestId }) =>
    format === 'csv' ? lotsCsv(account, asking, requestId) : listLots(account, asking),
);
