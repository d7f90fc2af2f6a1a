import { lotsList } from '#lib/contract/stock/lots-list';
import { listLots } from '#lib/views/stock/lot-list';
import { lotCells } from '#lib/views/stock/stock-csv';
import { listRoute } from '../list-route.ts';

export const dynamic = 'force-dynamic';

export const GET = listRoute(lotsList, listLots, lotCells);
