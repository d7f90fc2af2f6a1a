import { route } from '#lib/http';
import { factFilter } from '#lib/http/name-filters';
import { listParityFacts } from '#lib/views/name-parity';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'names.read', query: factFilter }, async ({ account, query }) =>
  listParityFacts(account, query),
);
