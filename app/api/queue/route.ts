import { route } from '#lib/http';
import { listOrFile } from '#lib/http/base/list-query';
import { queueCsv } from '#lib/views/dispenses/dispenses-csv';
import { listQueue } from '#lib/views/dispenses/queue';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'dispenses.read', query: listOrFile },
  async ({ account, query: { format, ...asking }, requestId }) =>
    format === 'csv' ? queueCsv(account, requestId) : listQueue(account, asking, requestId),
);
