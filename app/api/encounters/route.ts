import { encountersList } from '#lib/contract/connections/encounters-list';
import { listEncounters } from '#lib/views/prescriptions/encounters';
import { listRoute } from '../list-route.ts';

export const dynamic = 'force-dynamic';

export const GET = listRoute(encountersList, listEncounters);
