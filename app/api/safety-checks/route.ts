import { route } from '#lib/http';
import { safetyFilter } from '#lib/http/stock/stock-schema';
import { safetyCsv } from '#lib/views/dispenses/dispenses-csv';
import { listSafety } from '#lib/views/dispenses/safety';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'alerts.read', query: safetyFilter },
  async ({ account, query: { format, ...asking }, requestId }) =>
    format === 'csv' ? safetyCsv(account, asking, requestId) : listSafety(account, asking, requestId),
);
