import { route } from '#lib/http';
import { eventParams } from '#lib/http/ledger/event-schema';
import { getEvent } from '#lib/views/ledger/event-detail';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'events.read', params: eventParams }, async ({ account, params }) =>
  getEvent(account, params.seq),
);
