import { route } from '#lib/http';
import { encounterList } from '#lib/http/downstream-bodies';
import { listEncounters } from '#lib/views/encounters';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'encounters.import', query: encounterList }, async ({ account, query }) =>
  listEncounters(account, query),
);
