import { z } from 'zod';
import { route } from '#lib/http';
import { format } from '#lib/http/base/list-query';
import { incidentsCsv, listIncidents } from '#lib/views/follow-ups/bounce-clusters';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'incidents.read', query: z.object({ format }) },
  async ({ account, query, requestId }) =>
    query.format === 'csv' ? incidentsCsv(account, requestId) : listIncidents(account),
);
