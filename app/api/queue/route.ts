import { route } from '#lib/http';
import { listOrFile } from '#lib/http/asked-list';
import { listQueue } from '#lib/views/queue';
import { queueCsv } from '#lib/views/stock-csv';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'dispenses.read', query: listOrFile },
  async ({ account, query: { format, ...asking }, requestId }) =>
    format === 'csv' ? queueCsv(account, requestId) : listQueue(account, asking, requestId),
);
