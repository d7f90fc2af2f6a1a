import { route } from '#lib/http';
import { glassFilter } from '#lib/http/glass-requests';
import { listGlassReviews } from '#lib/views/break-glass';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'break-glass.review', query: glassFilter }, async ({ account, query }) =>
  listGlassReviews(account, query),
);
