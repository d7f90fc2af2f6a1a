import { route } from '#lib/http';
import { listIncidents } from '#lib/views/incidents';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'incidents.read' }, async ({ account }) => listIncidents(account));
