import { breakGlassList } from '#lib/contract/access/break-glass-list';
import { listBreakGlassReviews } from '#lib/views/access/break-glass';
import { listRoute } from '../../list-route.ts';

export const dynamic = 'force-dynamic';

export const GET = listRoute(breakGlassList, listBreakGlassReviews);
