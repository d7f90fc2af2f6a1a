import { named } from '#lib/db/ledger/record-locks';
import type { Change } from '#lib/domain/ledger/change';
import { type Rows, text } from '#lib/domain/ledger/fold';
import type { FieldsOf, TableName } from '#lib/domain/ledger/tables';

/** Rows of `child` name, in `column`, the row of `parent` that has this `key`. */
type RelationOf<T extends TableName> = {
  readonly child: T;
  readonly column: keyof FieldsOf<T> & string;
  readonly parent: TableName;
  readonly key: 'id' | 'code';
  /** Read with its parent: the parent's summary is made of it. */
  readonly part: boolean;
};
export type Relation = { readonly [T in TableName]: RelationOf<T> }[TableName];

/** A part of a prescription, by the prescription's id. */
const ofPrescription = { column: 'prescriptionId', parent: 'prescription', key: 'id', part: true } as const;
/** Osigu joins by the printed code where it names no id. */
const byCode = { column: 'prescriptionCode', parent: 'prescription', key: 'code', part: true } as const;

/** The relations between rows, a parent's own before those of its children. */
const relations: readonly Relation[] = [
  { child: 'prescriptionItem', ...ofPrescription },
  { child: 'emailDelivery', ...ofPrescription },
  { child: 'dispense', ...ofPrescription },
  { child: 'dispensation', ...ofPrescription },
  { child: 'return', ...ofPrescription },
  { child: 'alertOverride', ...ofPrescription },
  { child: 'orderFill', ...ofPrescription },
  { child: 'dispense', ...byCode },
  { child: 'dispensation', ...byCode },
  { child: 'return', column: 'dispenseId', parent: 'dispense', key: 'id', part: true },
  { child: 'stockMovement', column: 'dispenseId', parent: 'dispense', key: 'id', part: false },
  { child: 'orderFill', column: 'orderId', parent: 'pharmacyOrder', key: 'id', part: false },
];

export const parts = relations.filter(({ part }) => part);

const naming = (parent: TableName, key: Relation['key']) =>
  relations.filter((one) => one.parent === parent && one.key === key);

/** The keys of a table's rows that their children name, as the children are. */
export function namedByRows(rows: Rows, parent: TableName, key: Relation['key']): readonly string[] {
  return naming(parent, key).flatMap(({ child, column }) =>
    [...rows[child].values()].flatMap((row) => text(row, column) ?? []),
  );
}

/** The same, as changes say of the children. */
export function namedByChanges(changes: readonly Change[], parent: TableName, key: Relation['key']): readonly string[] {
  return naming(parent, key).flatMap(({ child, column }) =>
    changes.flatMap((change) => (change.table === child ? (named(change, column) ?? []) : [])),
  );
}
