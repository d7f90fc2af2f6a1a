import { route } from '#lib/http';
import { encounterList } from '#lib/http/connections/downstream-schema';
import { listEncounters } from '#lib/views/prescriptions/encounters';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'encounters.import', query: encounterList }, async ({ account, query }) =>
  listEncounters(account, query),
);
