import { loadRowsOf } from '#lib/db/ledger/projections/projection-rows';
import type { ProjectionStore } from '#lib/db/ledger/projections/projection-store';
import { isStored } from '#lib/db/ledger/projections/stored-tables';
import { lockKeys, lockRecords, named, tryLockRecords } from '#lib/db/ledger/record-locks';
import type { Change } from '#lib/domain/ledger/change';
import { emptyRows, type Row, type Rows, text } from '#lib/domain/ledger/fold';
import type { TableName } from '#lib/domain/ledger/tables';
import { stockItemOf } from '#lib/domain/stock/stock-balance';

/** Everything that folding a set of changes reads or may rewrite, and which prescriptions' summaries it can touch. */
export type Closure = { readonly rows: Rows; readonly prescriptions: ReadonlySet<string> };

function idsOf(changes: readonly Change[], table: TableName): string[] {
  return changes.filter((change) => change.table === table).map(({ id }) => id);
}

/** True where a change may name the dispense of a return. */
const isBack = ({ table }: Change) => table === 'return' || table === 'stockMovement';

const values = (rows: Iterable<Row>, field: string) => [...rows].flatMap((row) => text(row, field) ?? []);

/** The prescriptions that a row, before or after its change, contributes to. */
async function touched(
  ground: ProjectionStore,
  rows: Rows,
  changes: readonly Change[],
  returnedFrom: ReadonlySet<string>,
): Promise<Set<string>> {
  const loaded = new Set(rows.prescription.keys());
  const direct = [
    rows.prescriptionItem,
    rows.emailDelivery,
    rows.dispense,
    rows.dispensation,
    rows.return,
    rows.alertOverride,
    rows.orderFill,
  ];
  const ids = new Set([
    ...idsOf(changes, 'prescription'),
    ...direct.flatMap((table) => values(table.values(), 'prescriptionId')),
  ]);
  for (const change of changes) {
    const id = named(change, 'prescriptionId');
    if (id !== null && change.table !== 'medicationRequest') ids.add(id);
  }
  await loadRowsOf(ground, 'dispense', 'id', returnedFrom, rows.dispense);
  for (const id of values(rows.dispense.values(), 'prescriptionId')) ids.add(id);
  const codes = [
    ...values(rows.dispense.values(), 'prescriptionCode'),
    ...values(rows.dispensation.values(), 'prescriptionCode'),
    ...changes.flatMap((change) => named(change, 'prescriptionCode') ?? []),
  ];
  await loadRowsOf(ground, 'prescription', 'code', codes, rows.prescription);
  const orders = idsOf(changes, 'pharmacyOrder');
  await loadRowsOf(ground, 'orderFill', 'orderId', orders, rows.orderFill);
  for (const id of values(rows.orderFill.values(), 'prescriptionId')) ids.add(id);
  const coded = new Set(codes);
  for (const [id, row] of rows.prescription) if (loaded.has(id) || coded.has(text(row, 'code') ?? '')) ids.add(id);
  return ids;
}

async function loadParts(
  ground: ProjectionStore,
  rows: Rows,
  ids: ReadonlySet<string>,
  changes: readonly Change[],
): Promise<void> {
  const load = (table: TableName, column: string, wanted: Iterable<string>) =>
    loadRowsOf(ground, table, column, wanted, rows[table]);
  await load('prescription', 'id', ids);
  const codes = [
    ...values(rows.prescription.values(), 'code'),
    ...changes.flatMap((change) => (change.table === 'prescription' ? (named(change, 'code') ?? []) : [])),
  ];
  for (const table of [
    'prescriptionItem',
    'emailDelivery',
    'dispense',
    'dispensation',
    'return',
    'alertOverride',
    'orderFill',
  ] as const) {
    await load(table, 'prescriptionId', ids);
  }
  await load('dispense', 'prescriptionCode', codes);
  await load('dispensation', 'prescriptionCode', codes);
  await load('return', 'dispenseId', rows.dispense.keys());
  const orders = changes.flatMap((change) => (change.table === 'orderFill' ? (named(change, 'orderId') ?? []) : []));
  await load('pharmacyOrder', 'id', [...values(rows.orderFill.values(), 'orderId'), ...orders]);
}

type Reading = Closure & { readonly returnedFrom: ReadonlySet<string> };

/**
 * The keys of records found on the way. A return leads to its dispense, a visit by its code to a prescription, and a fill to its order,
 * whether the other one is there yet or is just being written by another worker: both must want the same key, or neither would see the
 * other.
 */
function foundKeys({ rows, prescriptions, returnedFrom }: Reading): readonly string[] {
  const elsewhere = [
    ...[rows.stockMovement, rows.stockCount].flatMap((table) =>
      [...table.values()].flatMap((row) => stockItemOf(row) ?? []),
    ),
    ...[...returnedFrom].flatMap((id) => text(rows.dispense.get(id), 'stockItemId') ?? []),
  ];
  // A code that a visit had and loses: a writer of a prescription with that code looks for its visits under it.
  const codes = [rows.dispense, rows.dispensation].flatMap((table) => values(table.values(), 'prescriptionCode'));
  return [
    ...[...prescriptions].map((id) => `prescription ${id}`),
    ...[...returnedFrom].map((id) => `dispense ${id}`),
    ...codes.map((code) => `code ${code}`),
    ...elsewhere.map((id) => `stockItem ${id}`),
    ...values(rows.orderFill.values(), 'orderId').map((id) => `pharmacyOrder ${id}`),
  ];
}

/** The changes' own rows, and the rows they lead to, as they are now. */
async function follow(ground: ProjectionStore, changes: readonly Change[]): Promise<Reading> {
  const rows = emptyRows();
  for (const table of new Set(changes.map((change) => change.table))) {
    if (table === 'prescription' || isStored(table))
      await loadRowsOf(ground, table, 'id', idsOf(changes, table), rows[table]);
  }
  await loadBack(ground, changes, rows);
  const returnedFrom = new Set([
    ...values(rows.return.values(), 'dispenseId'),
    ...values(rows.stockMovement.values(), 'dispenseId'),
    ...changes.flatMap((change) => (isBack(change) ? (named(change, 'dispenseId') ?? []) : [])),
  ]);
  return { rows, returnedFrom, prescriptions: await touched(ground, rows, changes, returnedFrom) };
}

/**
 * Locks (on the shared store) and reads the rows that folding these changes needs. Records found on the way are locked and then read a
 * second time, until nothing more is found: a row read before its lock may have been written since. Throws `Contended` when another worker
 * holds a record that was only found.
 */
export async function loadClosure(ground: ProjectionStore, changes: readonly Change[]): Promise<Closure> {
  const { tx, tenantId, shared } = ground;
  const held = new Set(lockKeys(changes));
  if (shared) await lockRecords(tx, tenantId, [...held]);
  for (;;) {
    const reading = await follow(ground, changes);
    const found = shared ? foundKeys(reading).filter((key) => !held.has(key)) : [];
    if (found.length > 0) {
      await tryLockRecords(tx, tenantId, found);
      for (const key of found) held.add(key);
      continue;
    }
    await loadParts(ground, reading.rows, reading.prescriptions, changes);
    return reading;
  }
}

/** The returns of the dispenses whose stock changes here: their stock went back there. */
async function loadBack(ground: ProjectionStore, changes: readonly Change[], rows: Rows): Promise<void> {
  const taken = changes.filter(
    (change) =>
      change.table === 'dispense' && (named(change, 'stockItemId') !== null || named(change, 'lotNumber') !== null),
  );
  const ids = taken.map(({ id }) => id);
  await loadRowsOf(ground, 'stockMovement', 'dispenseId', ids, rows.stockMovement);
}
