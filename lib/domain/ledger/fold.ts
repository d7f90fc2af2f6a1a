import type { Json } from '#lib/domain/base/json/json';
import type { Change } from './change.ts';
import { type Field, latest } from './field.ts';
import { type Origin, type SettledField, settleField } from './settled-field.ts';
import { type TableName, tableNames, tables } from './tables.ts';

/**
 * A projection row: its settled fields, and under `_` the newest fact that spoke of it at all. One with nothing but `_` is a placeholder,
 * waiting for its own fact.
 */
export type Row = { readonly [field: string]: SettledField };

const spokenOf = latest<true>();

/** Folds one change into a row (undefined: not yet there). Returns the very same row when nothing changed. */
export function foldRow(row: Row | undefined, change: Change, origin: Origin): Row {
  const fields: Readonly<Record<string, Field<Json>>> = tables[change.table];
  const spoken = settleField(spokenOf, row?.['_'], true, change.at, origin);
  let next: Record<string, SettledField> | undefined = spoken === row?.['_'] ? undefined : { ...row, _: spoken };
  for (const [name, value] of Object.entries<Json | undefined>(change.set)) {
    const field = fields[name];
    if (value === undefined || field === undefined) continue;
    const kept = row?.[name];
    const settled = settleField(field, kept, value, change.at, origin);
    if (settled === kept) continue;
    next ??= { ...row };
    next[name] = settled;
  }
  return next ?? row ?? { _: spoken };
}

/** Every projection row by table and id. */
export type Rows = { readonly [T in TableName]: Map<string, Row> };

const hasEveryTable = (rows: Partial<Rows>): rows is Rows => tableNames.every((table) => rows[table] !== undefined);

export function emptyRows(): Rows {
  const rows: Partial<Record<TableName, Map<string, Row>>> = {};
  for (const table of tableNames) rows[table] = new Map();
  if (!hasEveryTable(rows)) throw new Error('a table has no rows to fold into');
  return rows;
}

/** The one fold, used live, by a rebuild and by the preview of a replay. Writes into `rows` and names what it changed as `table` → ids. */
export function fold(
  rows: Rows,
  changes: readonly Change[],
  origin: Origin,
): readonly { table: TableName; id: string }[] {
  const touched: { table: TableName; id: string }[] = [];
  for (const change of changes) {
    const row = rows[change.table].get(change.id);
    const next = foldRow(row, change, change.origin ?? origin);
    if (next === row) continue;
    rows[change.table].set(change.id, next);
    touched.push({ table: change.table, id: change.id });
  }
  return touched;
}

export function text(row: Row | undefined, field: string): string | null {
  const value = row?.[field]?.v;
  return typeof value === 'string' ? value : null;
}

export function number(row: Row | undefined, field: string): number | null {
  const value = row?.[field]?.v;
  return typeof value === 'number' ? value : null;
}

export function flag(row: Row | undefined, field: string): boolean | null {
  const value = row?.[field]?.v;
  return typeof value === 'boolean' ? value : null;
}
