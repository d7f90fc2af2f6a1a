import type { Asked, Paged } from '#lib/contract/base/list';
import type { Page } from '#lib/contract/base/page';
import type { Account } from '#lib/domain/access/account';
import type { Cell } from '#lib/domain/base/csv-text';
import { csvFile } from './csv-file.ts';

/** The function that finds a page of a list for a reader. `requestId` names the request in the audit log. */
export type ListView<R, V, A, S extends string> = (
  account: Account,
  asked: Asked<V, A, S> & Paged,
  requestId: string,
) => Promise<Page<R>>;

/** The same of a list that belongs to one record. */
export type RecordListView<R, V, A, S extends string> = (
  account: Account,
  id: string,
  asked: Asked<V, A, S> & Paged,
  requestId: string,
) => Promise<Page<R>>;

/** The columns of a file: each one's name with its cell. */
export type Cells<R> = readonly (readonly [name: string, cell: (row: R) => Cell])[];

/** Rows of a file that are read at once. */
const rowsAtOnce = 200;

/** A list as a file of its cells: the same rows and order as its pages. */
export function listFile<R>(
  account: Account,
  name: string,
  cells: Cells<R>,
  page: (paged: Paged) => Promise<Page<R>>,
  requestId: string,
): Promise<Response> {
  const columns = cells.map(([column]) => column);
  const line = (row: R): readonly Cell[] => cells.map(([, cell]) => cell(row));
  return csvFile(account, { name, columns, page: (cursor) => page({ cursor, limit: rowsAtOnce }), line }, requestId);
}
