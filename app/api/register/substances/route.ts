import { route } from '#lib/http';
import { substancesFilter } from '#lib/http/register/register-schema';
import { registerSubstances } from '#lib/views/register/register';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'register.read', query: substancesFilter }, async ({ account, query }) =>
  registerSubstances(account, query),
);
