import type { Change } from '#lib/domain/change';
import { emptyRows, type Row, type Rows, text } from '#lib/domain/fold';
import type { TableName } from '#lib/domain/tables';
import type { Ground } from './ground.ts';
import type { Tx } from './in-tenant.ts';
import { loadRowsOf } from './projection-rows.ts';
import { isStored } from './stored-tables.ts';

/** Everything that folding a set of changes reads or may rewrite, and which prescriptions' summaries it can touch. */
export type Closure = { readonly rows: Rows; readonly prescriptions: ReadonlySet<string> };

/** Two workers met on the same records: nothing was written, the batch is simply tried again. */
export class Contended extends Error {}

function named(change: Change, field: string): string | null {
  const value: unknown = Reflect.get(change.set, field);
  return typeof value === 'string' ? value : null;
}

function idsOf(changes: readonly Change[], table: TableName): string[] {
  return changes.filter((change) => change.table === table).map(({ id }) => id);
}

/** Rows of a stock item: its key covers them, so that its running totals are changed by one at a time. */
const ofStockItem: ReadonlySet<TableName> = new Set(['lot', 'stockMovement', 'stockCount']);

/** The keys under which a set of changes must be alone. Rows that belong to a prescription or a stock item are covered by its key. */
export function lockKeys(changes: readonly Change[]): readonly string[] {
  const keys = new Set<string>();
  for (const change of changes) {
    if (change.table === 'prescription') keys.add(`prescription ${change.id}`);
    else if (ofStockItem.has(change.table)) keys.add(`stockItem ${named(change, 'stockItemId') ?? change.id}`);
    else if (isStored(change.table)) keys.add(`${change.table} ${change.id}`);
    const prescription = named(change, 'prescriptionId');
    if (prescription !== null) keys.add(`prescription ${prescription}`);
    const code = named(change, change.table === 'prescription' ? 'code' : 'prescriptionCode');
    if (code !== null) keys.add(`code ${code}`);
    const dispense = change.table === 'return' ? named(change, 'dispenseId') : null;
    if (dispense !== null) keys.add(`dispense ${dispense}`);
    const order = change.table === 'orderFill' ? named(change, 'orderId') : null;
    if (order !== null) keys.add(`pharmacyOrder ${order}`);
  }
  return [...keys];
}

async function lock(tx: Tx, tenantId: string, keys: readonly string[]): Promise<void> {
  await tx.$executeRawUnsafe(
    `select pg_advisory_xact_lock(h) from (select distinct hashtextextended($1 || ' ' || k, 0) as h from unnest($2::text[]) as k order by 1) as s`,
    tenantId,
    keys,
  );
}

/** Locks found only after the first ones were taken are tried, never waited for: waiting here could be a deadlock. */
async function tryLock(tx: Tx, tenantId: string, keys: readonly string[]): Promise<void> {
  const [answer] = await tx.$queryRawUnsafe<{ all: boolean | null }[]>(
    `select bool_and(pg_try_advisory_xact_lock(h)) as all from (select distinct hashtextextended($1 || ' ' || k, 0) as h from unnest($2::text[]) as k) as s`,
    tenantId,
    keys,
  );
  if (answer?.all !== true) throw new Contended();
}

const values = (rows: Iterable<Row>, field: string) => [...rows].flatMap((row) => text(row, field) ?? []);

/** The prescriptions that a row, as it was or as it becomes, has a say in. */
async function touched(
  ground: Ground,
  rows: Rows,
  changes: readonly Change[],
  loaded: Set<string>,
): Promise<Set<string>> {
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
  const dispensed = [
    ...values(rows.return.values(), 'dispenseId'),
    ...changes.flatMap((change) => (change.table === 'return' ? (named(change, 'dispenseId') ?? []) : [])),
  ];
  await loadRowsOf(ground, 'dispense', 'id', dispensed, rows.dispense);
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
  ground: Ground,
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

/**
 * The keys of what was only found on the way. A return leads to its dispense, a dispense by its code to a prescription, and a fill to its order,
 * whether the other one is there yet or is just being written by somebody else: both must want the same key, or neither would see the other.
 */
function foundKeys(rows: Rows, prescriptions: ReadonlySet<string>, held: ReadonlySet<string>): readonly string[] {
  const elsewhere = [rows.stockMovement, rows.stockCount].flatMap((table) => values(table.values(), 'stockItemId'));
  const codes = [rows.dispense, rows.dispensation].flatMap((table) => values(table.values(), 'prescriptionCode'));
  const found = [
    ...[...prescriptions].map((id) => `prescription ${id}`),
    ...elsewhere.map((id) => `stockItem ${id}`),
    ...codes.map((code) => `code ${code}`),
    ...values(rows.return.values(), 'dispenseId').map((id) => `dispense ${id}`),
    ...values(rows.orderFill.values(), 'orderId').map((id) => `pharmacyOrder ${id}`),
  ];
  return [...new Set(found)].filter((key) => !held.has(key));
}

/**
 * Locks (on shared ground) and reads what folding these changes needs. What was found on the way is locked too, and then everything is read
 * again: between the first look and the lock somebody else may have written. Throws `Contended` when another worker holds a record that was only
 * found on the way.
 */
export async function loadClosure(ground: Ground, changes: readonly Change[]): Promise<Closure> {
  const { tx, tenantId, shared } = ground;
  const held = new Set(lockKeys(changes));
  if (shared) await lock(tx, tenantId, [...held]);
  for (;;) {
    const rows = await ownRows(ground, changes);
    const prescriptions = await touched(ground, rows, changes, new Set(rows.prescription.keys()));
    const found = shared ? foundKeys(rows, prescriptions, held) : [];
    if (found.length === 0) {
      await loadParts(ground, rows, prescriptions, changes);
      return { rows, prescriptions };
    }
    await tryLock(tx, tenantId, found);
    for (const key of found) held.add(key);
  }
}

async function ownRows(ground: Ground, changes: readonly Change[]): Promise<Rows> {
  const rows = emptyRows();
  for (const table of new Set(changes.map((change) => change.table))) {
    if (table === 'prescription' || isStored(table))
      await loadRowsOf(ground, table, 'id', idsOf(changes, table), rows[table]);
  }
  return rows;
}
