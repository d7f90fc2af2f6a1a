import { stockItemsList } from '#lib/contract/stock/stock-items-list';
import { stockItemCells } from '#lib/views/stock/stock-csv';
import { listStockItems } from '#lib/views/stock/stock-list';
import { listRoute } from '../list-route.ts';

export const dynamic = 'force-dynamic';

export const GET = listRoute(stockItemsList, listStockItems, stockItemCells);
