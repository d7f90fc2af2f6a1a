import { defineList, rowType } from '#lib/contract/base/list';
import type { ProductRow } from './product.ts';

/** The product directory in the order of its ids, which no screen shows: it is an order to page by, and none that somebody would ask for. */
export const productsList = defineList({
  name: 'products',
  path: '/api/products',
  key: ['products', 'list'],
  permission: 'products.read',
  row: rowType<ProductRow>(),
  filter: {},
  apiOnly: {},
  sort: null,
});
