import { route } from '#lib/http';
import { stockItemFilter } from '#lib/http/stock/stock-schema';
import { stockItemsCsv } from '#lib/views/stock/stock-csv';
import { listStockItems } from '#lib/views/stock/stock-list';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'stock.read', query: stockItemFilter },
  async ({ account, query: { format, ...asking }, requestId }) =>
    format === 'csv' ? stockItemsCsv(account, asking, requestId) : listStockItems(account, asking),
);
