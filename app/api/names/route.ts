import { route } from '#lib/http';
import { nameFilter } from '#lib/http/connections/legacy-subject-schema';
import { getNameParity } from '#lib/views/connections/legacy-subject-parity';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'names.read', query: nameFilter }, async ({ account, query }) =>
  getNameParity(account, query),
);
