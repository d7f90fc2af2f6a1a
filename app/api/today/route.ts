import { route } from '#lib/http';
import { getToday } from '#lib/views/overview/pharmacy-today';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'stock.read' }, async ({ account, requestId }) => getToday(account, requestId));
