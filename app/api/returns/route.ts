import { returnsList } from '#lib/contract/dispenses/returns-list';
import { listReturns } from '#lib/views/stock/return-list';
import { returnCells } from '#lib/views/stock/stock-csv';
import { listRoute } from '../list-route.ts';

export const dynamic = 'force-dynamic';

export const GET = listRoute(returnsList, listReturns, returnCells);
