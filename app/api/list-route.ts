import type { ListDefinition } from '#lib/contract/base/list';
import { route } from '#lib/http';
import { listSchema } from '#lib/http/base/list-schema';
import { type Cells, type ListView, listFile } from '#lib/views/base/list-file';

/** The route of a list: a page of what its view finds, or all of it as a file where `cells` says what stands in one. */
export function listRoute<R, V, A, S extends string>(
  list: ListDefinition<R, V, A, S>,
  view: ListView<R, V, A, S>,
  cells?: Cells<R>,
) {
  const rules = { query: listSchema(list), ...(list.permission === null ? {} : { permission: list.permission }) };
  return route(rules, async ({ account, query: { asked, cursor, limit, format }, requestId }) =>
    format === 'csv' && cells !== undefined
      ? listFile(account, list.name, cells, (page) => view(account, { ...asked, ...page }, requestId), requestId)
      : view(account, { ...asked, cursor, limit }, requestId),
  );
}
