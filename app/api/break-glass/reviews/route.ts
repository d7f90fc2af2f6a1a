import { route } from '#lib/http';
import { breakGlassFilter } from '#lib/http/access/break-glass-schema';
import { listBreakGlassReviews } from '#lib/views/access/break-glass';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'break-glass.review', query: breakGlassFilter }, async ({ account, query }) =>
  listBreakGlassReviews(account, query),
);
