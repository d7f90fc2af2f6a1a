import { route } from '#lib/http';
import { deadLetterList } from '#lib/http/dead-letters/dead-letter-schema';
import { deadLettersCsv, listDeadLetters } from '#lib/views/dead-letters/dead-letters';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'dead-letters.read', query: deadLetterList },
  async ({ account, query: { format, ...asking }, requestId }) =>
    format === 'csv' ? deadLettersCsv(account, asking, requestId) : listDeadLetters(account, asking),
);
