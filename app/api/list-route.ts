import type { z } from 'zod';
import type { ListDefinition } from '#lib/contract/base/list';
import { route } from '#lib/http';
import { listSchema } from '#lib/http/base/list-schema';
import { type Cells, type ListView, listFile, type RecordListView } from '#lib/views/base/list-file';

/** The rules that both kinds of list share: the permission and the schema of the query. */
const rulesOf = <R, V, A, S extends string>(list: ListDefinition<R, V, A, S>) => ({
  query: listSchema(list),
  ...(list.permission === null ? {} : { permission: list.permission }),
});

/** The route of a list: a page of the rows that its view finds, or all of them as a file where `cells` names the columns of one. */
export function listRoute<R, V, A, S extends string>(
  list: ListDefinition<R, V, A, S>,
  view: ListView<R, V, A, S>,
  cells?: Cells<R>,
) {
  return route(rulesOf(list), async ({ account, query: { asked, cursor, limit, format }, requestId }) =>
    format === 'csv' && cells !== undefined
      ? listFile(account, list.name, cells, (page) => view(account, { ...asked, ...page }, requestId), requestId)
      : view(account, { ...asked, cursor, limit }, requestId),
  );
}

/** The route of a list that belongs to the record whose id is in the path; `{id}` in the list's name is replaced by it too. */
export function recordListRoute<R, V, A, S extends string>(
  list: ListDefinition<R, V, A, S>,
  params: z.ZodType<{ readonly id: string }>,
  view: RecordListView<R, V, A, S>,
  cells?: Cells<R>,
) {
  return route(
    { ...rulesOf(list), params },
    async ({ account, params: { id }, query: { asked, cursor, limit, format }, requestId }) => {
      const name = list.name.replace('{id}', id);
      return format === 'csv' && cells !== undefined
        ? listFile(account, name, cells, (page) => view(account, id, { ...asked, ...page }, requestId), requestId)
        : view(account, id, { ...asked, cursor, limit }, requestId);
    },
  );
}
