import { route } from '#lib/http';
import { alertFilter } from '#lib/http/stock/stock-schema';
import { listAlerts } from '#lib/views/stock/alerts';
import { alertsCsv } from '#lib/views/stock/stock-csv';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'alerts.read', query: alertFilter },
  async ({ account, query: { format, ...asking }, requestId }) =>
    format === 'csv' ? alertsCsv(account, asking, requestId) : listAlerts(account, asking),
);
