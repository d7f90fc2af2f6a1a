import { route } from '#lib/http';
import { countOpenIncidents } from '#lib/views/follow-ups/bounce-clusters';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'incidents.read' }, async ({ account }) => countOpenIncidents(account));
