import { z } from 'zod';
import { route } from '#lib/http';
import { paging } from '#lib/http/asked-list';
import { listUnassigned } from '#lib/views/unassigned';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'unassigned.read', query: z.object(paging) }, async ({ account, query }) =>
  listUnassigned(account, query),
);
