import { queueList } from '#lib/contract/dispenses/queue-list';
import { queueCells } from '#lib/views/dispenses/dispenses-csv';
import { listQueue } from '#lib/views/dispenses/queue';
import { listRoute } from '../list-route.ts';

export const dynamic = 'force-dynamic';

export const GET = listRoute(queueList, listQueue, queueCells);
