import { alertsList } from '#lib/contract/stock/alerts-list';
import { listAlerts } from '#lib/views/stock/alerts';
import { alertCells } from '#lib/views/stock/stock-csv';
import { listRoute } from '../list-route.ts';

export const dynamic = 'force-dynamic';

export const GET = listRoute(alertsList, listAlerts, alertCells);
