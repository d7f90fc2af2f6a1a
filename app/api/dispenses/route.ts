import { route } from '#lib/http';
import { dispenseFilter } from '#lib/http/stock/stock-schema';
import { listDispenses } from '#lib/views/dispenses/dispense-list';
import { dispensesCsv } from '#lib/views/dispenses/dispenses-csv';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'dispenses.read', query: dispenseFilter },
  async ({ account, query: { format, ...asking }, requestId }) =>
    format === 'csv' ? dispensesCsv(account, asking, requestId) : listDispenses(account, asking, requestId),
);
