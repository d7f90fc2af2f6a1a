import { route } from '#lib/http';
import { eventFilter } from '#lib/http/prescriptions/list-filters';
import { listEvents } from '#lib/views/ledger/events';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'events.read', query: eventFilter }, async ({ account, query }) =>
  listEvents(account, query),
);
