import { route } from '#lib/http';
import { substancesFilter } from '#lib/http/register-bodies';
import { registerSubstances } from '#lib/views/register';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'register.read', query: substancesFilter }, async ({ account, query }) =>
  registerSubstances(account, query),
);
