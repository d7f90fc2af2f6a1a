import { route } from '#lib/http';
import { returnFilter } from '#lib/http/stock/stock-schema';
import { listReturns } from '#lib/views/stock/return-list';
import { returnsCsv } from '#lib/views/stock/stock-csv';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'dispenses.read', query: returnFilter },
  async ({ account, query: { format, ...asking }, requestId }) =>
    format === 'csv' ? returnsCsv(account, asking, requestId) : listReturns(account, asking, requestId),
);
