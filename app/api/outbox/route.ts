import { route } from '#lib/http';
import { getOutboxAge } from '#lib/views/outbox-age';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'flow.read' }, async ({ account }) => getOutboxAge(account));
