import { route } from '#lib/http';
import { listOrFile } from '#lib/http/base/list-query';
import { listFollowUps } from '#lib/views/follow-ups/follow-ups';
import { followUpsCsv } from '#lib/views/follow-ups/follow-ups-csv';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'follow-ups.read', query: listOrFile },
  async ({ account, query: { format, ...asking }, requestId }) =>
    format === 'csv' ? followUpsCsv(account, requestId) : listFollowUps(account, asking, requestId),
);
