import { route } from '#lib/http';
import { deadLetterList } from '#lib/http/dead-letters/dead-letter-schema';
import { listDeadLetterGroups } from '#lib/views/dead-letters/dead-letter-groups';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'dead-letters.read', query: deadLetterList },
  async ({ account, query: { format: _, ...asking } }) => listDeadLetterGroups(account, asking),
);
