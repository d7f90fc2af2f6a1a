import { eventsList } from '#lib/contract/ledger/events-list';
import { listEvents } from '#lib/views/ledger/events';
import { listRoute } from '../list-route.ts';

export const dynamic = 'force-dynamic';

export const GET = listRoute(eventsList, listEvents);
