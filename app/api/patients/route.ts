import { z } from 'zod';
import { route } from '#lib/http';
import { paging } from '#lib/http/asked-list';
import { listPatients } from '#lib/views/patient-list';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'directories.read', query: z.object(paging) },
  async ({ account, query, requestId }) => listPatients(account, query, requestId),
);
