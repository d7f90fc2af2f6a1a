import { route } from '#lib/http';
import { alertFilter } from '#lib/http/stock-requests';
import { listAlerts } from '#lib/views/alerts';
import { alertsCsv } from '#lib/views/stock-csv';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'alerts.read', query: alertFilter },
  async ({ account, query: { format, ...asking }, requestId }) =>
    format === 'csv' ? alertsCsv(account, asking, requestId) : listAlerts(account, asking),
);
