import { route } from '#lib/http';
import { nameFilter } from '#lib/http/name-filters';
import { getNameParity } from '#lib/views/name-parity';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'names.read', query: nameFilter }, async ({ account, query }) =>
  getNameParity(account, query),
);
