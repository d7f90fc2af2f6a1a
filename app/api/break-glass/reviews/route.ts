import { route } from '#lib/http';
import { glassFilter } from '#lib/http/access/break-glass-schema';
import { listGlassReviews } from '#lib/views/access/break-glass';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'break-glass.review', query: glassFilter }, async ({ account, query }) =>
  listGlassReviews(account, query),
);
