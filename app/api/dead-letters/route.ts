import { route } from '#lib/http';
import { deadLetterList } from '#lib/http/dead-letter-filter';
import { listDeadLetters } from '#lib/views/dead-letters';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'dead-letters.read', query: deadLetterList }, async ({ account, query }) =>
  listDeadLetters(account, query),
);
