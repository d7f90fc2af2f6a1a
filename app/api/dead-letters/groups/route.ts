import { deadLetterGroupsList } from '#lib/contract/dead-letters/dead-letters-list';
import { listDeadLetterGroups } from '#lib/views/dead-letters/dead-letter-groups';
import { listRoute } from '../../list-route.ts';

export const dynamic = 'force-dynamic';

export const GET = listRoute(deadLetterGroupsList, listDeadLetterGroups);
