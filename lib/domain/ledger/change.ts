import type { Origin } from './settled-field.ts';
import { type FieldsOf, type TableName, tables } from './tables.ts';

/**
 * The changes of a fact, as data. A row exists once any change has named it (member, case); its fields settle by the fact's own time `at`
 * (ISO 8601 UTC with milliseconds). An undefined field changes nothing. Duplicates and order make no difference (`fold.ts`).
 */
export type Change = {
  readonly [T in TableName]: {
    readonly table: T;
    readonly id: string;
    readonly at: string;
    readonly set: FieldsOf<T>;
    /** The event that stated it first, where a checkpoint restates it. */
    readonly origin?: Origin;
  };
}[TableName];

/** One change, with its table's fields checked by the compiler. */
export function change<T extends TableName>(
  table: T,
  id: string,
  at: string,
  set: FieldsOf<T>,
): { table: T; id: string; at: string; set: FieldsOf<T> } {
  return { table, id, at, set };
}

/** A change as it is written down: its fields are not checked by the compiler. */
export type WrittenChange = Omit<Change, 'set'> & { readonly set: object };

/** One whose table is known; fields that the table does not know are passed over by the fold. */
export function isChange(written: WrittenChange): written is Change {
  return Object.hasOwn(tables, written.table);
}
