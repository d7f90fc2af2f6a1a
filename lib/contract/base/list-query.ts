import type { Asked, ListDefinition } from './list.ts';
import { apiValues } from './list-address.ts';
import { pagesQuery, usualPage } from './pages-query.ts';
import { queryString } from './request-json.ts';

/** The address of a list in the API; `id`: of the record that it belongs to. */
function pathOf(path: string, id: string | undefined): string {
  return id === undefined ? path : path.replace('{id}', encodeURIComponent(id));
}

/** The rows of a list, page by page, under a key that names everything that was asked. */
export function listQuery<R, V, A, S extends string>(
  list: ListDefinition<R, V, A, S>,
  asked: Asked<V, A, S>,
  { id, limit = usualPage }: { readonly id?: string; readonly limit?: number } = {},
) {
  const values = apiValues(list, asked);
  return pagesQuery<R>([...list.key, ...(id === undefined ? [] : [id]), values], pathOf(list.path, id), values, limit);
}

/** The address of the list's file: the same rows, in the same order. */
export function fileOf<R, V, A, S extends string>(
  list: ListDefinition<R, V, A, S>,
  asked: Asked<V, A, S>,
  id?: string,
): string {
  return pathOf(list.path, id) + queryString({ ...apiValues(list, asked), format: 'csv' });
}
