import { route } from '#lib/http';
import { listOrFile } from '#lib/http/asked-list';
import { queueCsv } from '#lib/views/dispenses-csv';
import { listQueue } from '#lib/views/queue';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'dispenses.read', query: listOrFile },
  async ({ account, query: { format, ...asking }, requestId }) =>
    format === 'csv' ? queueCsv(account, requestId) : listQueue(account, asking, requestId),
);
