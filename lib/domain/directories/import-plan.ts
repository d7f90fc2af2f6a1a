import type { JsonObject } from '#lib/domain/base/json/json';
import type { PatientField, ProductField } from './directory.ts';

/** One event that a row would write. */
export type PlannedAction = { readonly type: string; readonly data: JsonObject };

/** A row's change of one field; null is "not supplied". */
export type FieldChange = {
  readonly field: PatientField | ProductField | 'link' | 'code' | 'encounter';
  readonly before: string | null;
  readonly after: string | null;
};

/** The reason why a row cannot be imported as it is; `field` names the column, where it is about one. */
export type RowFault =
  | {
      readonly why: 'no-id' | 'no-name' | 'no-encounter' | 'no-prescription' | 'too-long' | 'unreadable';
      readonly field?: string;
    }
  | { readonly why: 'email' | 'language' | 'number'; readonly field: string }
  /** An id that another row of the file names too. */
  | { readonly why: 'twice'; readonly field: string; readonly line: number };

/** Ids of one row that already belong to different entries, or that a person unlinked (null): a person has to decide. */
export type RowConflict = { readonly field: string; readonly id: string; readonly recordId: string | null };

/** The outcome of one row of a file; `line` is where it begins, from 1. */
export type PlannedRow = { readonly line: number; readonly label: string | null } & (
  | {
      readonly outcome: 'new' | 'changed';
      readonly changes: readonly FieldChange[];
      readonly acts: readonly PlannedAction[];
    }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'conflicting'; readonly conflicts: readonly RowConflict[] }
  | { readonly outcome: 'wrong'; readonly faults: readonly RowFault[] }
);

export const rowOutcomes = ['new', 'changed', 'unchanged', 'conflicting', 'wrong'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** One row of a file by its columns; blank cells are left out. */
export type FileRow<C extends string> = { readonly line: number; readonly cells: { readonly [column in C]?: string } };

export function actionsOf(row: PlannedRow): readonly PlannedAction[] {
  return 'acts' in row ? row.acts : [];
}

/** Every id that more than one row names, with the line that named it first. */
export function namedTwice<C extends string>(
  rows: readonly FileRow<C>[],
  isId: (column: C) => boolean,
): (row: FileRow<C>) => readonly RowFault[] {
  const first = new Map<string, number>();
  for (const { line, cells } of rows)
    for (const [column, id] of idsOf(cells, isId)) {
      const key = `${column} ${id}`;
      if (!first.has(key)) first.set(key, line);
    }
  return ({ line, cells }) =>
    idsOf(cells, isId).flatMap(([column, id]): RowFault[] => {
      const earlier = first.get(`${column} ${id}`);
      return earlier === undefined || earlier === line ? [] : [{ why: 'twice', field: column, line: earlier }];
    });
}

function idsOf<C extends string>(cells: FileRow<C>['cells'], isId: (column: C) => boolean): readonly [C, string][] {
  const found: [C, string][] = [];
  for (const column in cells) {
    const id = cells[column];
    if (id !== undefined && isId(column)) found.push([column, id]);
  }
  return found;
}
