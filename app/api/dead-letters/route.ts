import { deadLettersList } from '#lib/contract/dead-letters/dead-letters-list';
import { deadLetterCells, listDeadLetters } from '#lib/views/dead-letters/dead-letters';
import { listRoute } from '../list-route.ts';

export const dynamic = 'force-dynamic';

export const GET = listRoute(deadLettersList, listDeadLetters, deadLetterCells);
