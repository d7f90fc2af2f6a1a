import { z } from 'zod';
import { route } from '#lib/http';
import { paging } from '#lib/http/asked-list';
import { listFollowUps } from '#lib/views/follow-ups';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'follow-ups.read', query: z.object(paging) },
  async ({ account, query, requestId }) => listFollowUps(account, query, requestId),
);
