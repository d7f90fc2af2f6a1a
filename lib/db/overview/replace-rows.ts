import { loadRowsOf } from '#lib/db/ledger/projections/projection-rows';
import type { ProjectionStore } from '#lib/db/ledger/projections/projection-store';
import { type Change, isChange } from '#lib/domain/ledger/change';
import { emptyRows, type Row } from '#lib/domain/ledger/fold';
import type { TableName } from '#lib/domain/ledger/tables';
import { loadClosure } from './load-closure.ts';
import { noteRow, rewrite, type Touched } from './rewrite.ts';
import type { Changed } from './table-writers.ts';

/** The future content of a row, whatever it is now; null: the row is to be deleted. */
export type Replacement = { readonly table: TableName; readonly id: string; readonly row: Row | null };

/** Names all rows that a row depends on, as a change would: its parents must be locked, read and summed up again. */
function naming(table: TableName, id: string, row: Row | null | undefined): readonly Change[] {
  if (!row) return [];
  const set = Object.fromEntries(Object.entries(row).map(([name, { v }]) => [name, v]));
  const written = { table, id, at: '', set };
  return isChange(written) ? [written] : [];
}

/** The parents of some rows: before and after. */
export async function namesOfRows(ground: ProjectionStore, all: readonly Replacement[]): Promise<readonly Change[]> {
  const live = emptyRows();
  for (const [table, own] of Map.groupBy(all, ({ table }) => table))
    await loadRowsOf(
      ground,
      table,
      'id',
      own.map(({ id }) => id),
      live[table],
    );
  return all.flatMap(({ table, id, row }) => [...naming(table, id, live[table].get(id)), ...naming(table, id, row)]);
}

/** Replaces rows, with all derived values: a fold cannot do this, since a field only takes newer facts. Locks as a fold of them would. */
export async function replaceRows(ground: ProjectionStore, all: readonly Replacement[]): Promise<readonly Touched[]> {
  const changes = await namesOfRows(ground, all);
  if (changes.length === 0) return [];
  const closure = await loadClosure(ground, changes);
  return rewrite(ground, closure, () => {
    const changed: Changed = new Map();
    const gone = new Map<TableName, string[]>();
    for (const { table, id, row } of all) {
      const rows = closure.rows[table];
      if (row === null) {
        if (rows.delete(id)) gone.set(table, [...(gone.get(table) ?? []), id]);
      } else {
        rows.set(id, row);
        noteRow(changed, table, id, row);
      }
    }
    return { changed, gone };
  });
}
