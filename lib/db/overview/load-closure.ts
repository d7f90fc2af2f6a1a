import { loadRowsOf } from '#lib/db/ledger/projections/projection-rows';
import type { ProjectionStore } from '#lib/db/ledger/projections/projection-store';
import { isStored } from '#lib/db/ledger/projections/stored-tables';
import { lockKeys, lockRecords, named, tryLockRecords } from '#lib/db/ledger/record-locks';
import type { Change } from '#lib/domain/ledger/change';
import { emptyRows, type Rows, text } from '#lib/domain/ledger/fold';
import type { TableName } from '#lib/domain/ledger/tables';
import { stockItemOf } from '#lib/domain/stock/stock-balance';
import { namedByChanges, namedByRows, parts } from './relations.ts';

/** Everything that folding a set of changes reads or may rewrite, and which prescriptions' summaries it can touch. */
export type Closure = { readonly rows: Rows; readonly prescriptions: ReadonlySet<string> };

function idsOf(changes: readonly Change[], table: TableName): string[] {
  return changes.filter((change) => change.table === table).map(({ id }) => id);
}

/** Reads more rows of a table into those that are read already. */
const load = (ground: ProjectionStore, rows: Rows, table: TableName, column: string, wanted: Iterable<string>) =>
  loadRowsOf(ground, table, column, wanted, rows[table]);

/** The values that changes give this field, in any table. */
const inAny = (changes: readonly Change[], field: string) => changes.flatMap((change) => named(change, field) ?? []);

/** Upwards: the prescriptions that a row, as it was or as it becomes, has a say in. */
async function touched(
  ground: ProjectionStore,
  rows: Rows,
  changes: readonly Change[],
  returnedFrom: ReadonlySet<string>,
): Promise<Set<string>> {
  await load(ground, rows, 'dispense', 'id', returnedFrom);
  await load(ground, rows, 'orderFill', 'orderId', idsOf(changes, 'pharmacyOrder'));
  const codes = new Set([...namedByRows(rows, 'prescription', 'code'), ...inAny(changes, 'prescriptionCode')]);
  await load(ground, rows, 'prescription', 'code', codes);
  const coded = [...rows.prescription].flatMap(([id, row]) => (codes.has(text(row, 'code') ?? '') ? [id] : []));
  // A request is no part of the prescription that it led to.
  const others = changes.filter(({ table }) => table !== 'medicationRequest');
  return new Set([
    ...idsOf(changes, 'prescription'),
    ...namedByRows(rows, 'prescription', 'id'),
    ...inAny(others, 'prescriptionId'),
    ...coded,
  ]);
}

/** Downwards: what the summaries of some prescriptions are made of. */
async function loadParts(
  ground: ProjectionStore,
  rows: Rows,
  ids: ReadonlySet<string>,
  changes: readonly Change[],
): Promise<void> {
  await load(ground, rows, 'prescription', 'id', ids);
  const codes = [
    ...[...rows.prescription.values()].flatMap((row) => text(row, 'code') ?? []),
    ...inAny(
      changes.filter(({ table }) => table === 'prescription'),
      'code',
    ),
  ];
  for (const { child, column, parent, key } of parts) {
    const ofPrescription = key === 'code' ? codes : ids;
    await load(ground, rows, child, column, parent === 'prescription' ? ofPrescription : rows[parent].keys());
  }
  const orders = [...namedByRows(rows, 'pharmacyOrder', 'id'), ...namedByChanges(changes, 'pharmacyOrder', 'id')];
  await load(ground, rows, 'pharmacyOrder', 'id', orders);
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
  // A code that a visit had and loses: whoever writes a prescription of that code looks for its visits under it.
  const codes = namedByRows(rows, 'prescription', 'code');
  return [
    ...[...prescriptions].map((id) => `prescription ${id}`),
    ...[...returnedFrom].map((id) => `dispense ${id}`),
    ...codes.map((code) => `code ${code}`),
    ...elsewhere.map((id) => `stockItem ${id}`),
    ...namedByRows(rows, 'pharmacyOrder', 'id').map((id) => `pharmacyOrder ${id}`),
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
  const returnedFrom = new Set([...namedByRows(rows, 'dispense', 'id'), ...namedByChanges(changes, 'dispense', 'id')]);
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
