import { route } from '#lib/http';
import { factFilter } from '#lib/http/connections/legacy-subject-schema';
import { listParityFacts } from '#lib/views/connections/legacy-subject-parity';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'names.read', query: factFilter }, async ({ account, query }) =>
  listParityFacts(account, query),
);
