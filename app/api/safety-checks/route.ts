import { route } from '#lib/http';
import { safetyFilter } from '#lib/http/stock-requests';
import { safetyCsv } from '#lib/views/dispenses-csv';
import { listSafety } from '#lib/views/safety';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'alerts.read', query: safetyFilter },
  async ({ account, query: { format, ...asking }, requestId }) =>
    format === 'csv' ? safetyCsv(account, asking, requestId) : listSafety(account, asking, requestId),
);
