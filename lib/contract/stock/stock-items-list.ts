import { chosenText, oneOf, typedText } from '#lib/contract/base/filter-field';
import { defineList, rowType } from '#lib/contract/base/list';
import { stockShows } from '#lib/domain/stock/stock-filter';
import type { StockItemRow } from './stock.ts';

/** The stock items of the pharmacy, by name. `q`: a part of a name or an id. */
export const stockItemsList = defineList({
  name: 'stock',
  path: '/api/stock-items',
  key: ['pharmacy', 'stock'],
  permission: 'stock.read',
  row: rowType<StockItemRow>(),
  filter: { q: typedText(), show: oneOf(stockShows), location: chosenText() },
  apiOnly: {},
  sort: { by: ['name'], first: 'name' },
});
