import { route } from '#lib/http';
import { dispenseFilter } from '#lib/http/stock-requests';
import { listDispenses } from '#lib/views/dispense-list';
import { dispensesCsv } from '#lib/views/dispenses-csv';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'dispenses.read', query: dispenseFilter },
  async ({ account, query: { format, ...asking }, requestId }) =>
    format === 'csv' ? dispensesCsv(account, asking, requestId) : listDispenses(account, asking, requestId),
);
