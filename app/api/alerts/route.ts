import { route } from '#lib/http';
import { alertFilter } from '#lib/http/stock-requests';
import { listAlerts } from '#lib/views/alerts';

export const dynamic = 'force-dynamic';

export const GET = route({ permission: 'alerts.read', query: alertFilter }, async ({ account, query }) =>
  listAlerts(account, query),
);
