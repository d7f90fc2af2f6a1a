import type { Tx } from '#lib/db/base/in-tenant';
import { isStored } from '#lib/db/ledger/projections/stored-tables';
import type { Change } from '#lib/domain/ledger/change';
import type { TableName } from '#lib/domain/ledger/tables';

/** Two workers met on the same records: nothing was written, the batch is simply tried again. */
export class Contended extends Error {}

/** A text value that a change carries for its row. */
export function named(change: Change, field: string): string | null {
  const value: unknown = Reflect.get(change.set, field);
  return typeof value === 'string' ? value : null;
}

/** Rows of a stock item: its key covers them, so that its running totals are changed by one at a time. */
const ofStockItem: ReadonlySet<TableName> = new Set(['lot', 'stockMovement', 'stockCount']);

/** Tables whose rows come by the thousand in one event, and seldom: one key for all of a tenant's. The database's lock table is not endless. */
const lockedWhole: ReadonlySet<TableName> = new Set(['formularyNotice']);

/** The keys under which a set of changes must be alone. Rows that belong to a prescription or a stock item are covered by its key. */
export function lockKeys(changes: readonly Change[]): readonly string[] {
  const keys = new Set<string>();
  for (const change of changes) {
    if (change.table === 'prescription') keys.add(`prescription ${change.id}`);
    else if (ofStockItem.has(change.table)) keys.add(`stockItem ${named(change, 'stockItemId') ?? change.id}`);
    else if (lockedWhole.has(change.table)) keys.add(change.table);
    else if (isStored(change.table)) keys.add(`${change.table} ${change.id}`);
    const prescription = named(change, 'prescriptionId');
    if (prescription !== null) keys.add(`prescription ${prescription}`);
    const code = named(change, change.table === 'prescription' ? 'code' : 'prescriptionCode');
    if (code !== null) keys.add(`code ${code}`);
    const back = change.table === 'return' || change.table === 'stockMovement' ? named(change, 'dispenseId') : null;
    if (back !== null) keys.add(`dispense ${back}`);
    const order = change.table === 'orderFill' ? named(change, 'orderId') : null;
    if (order !== null) keys.add(`pharmacyOrder ${order}`);
  }
  return [...keys];
}

export async function lockRecords(tx: Tx, tenantId: string, keys: readonly string[]): Promise<void> {
  await tx.$executeRawUnsafe(
    `select pg_advisory_xact_lock(h) from (select distinct hashtextextended($1 || ' ' || k, 0) as h from unnest($2::text[]) as k order by 1) as s`,
    tenantId,
    keys,
  );
}

/** Locks found only after the first ones were taken are tried, never waited for: waiting here could be a deadlock. */
export async function tryLockRecords(tx: Tx, tenantId: string, keys: readonly string[]): Promise<void> {
  const [answer] = await tx.$queryRawUnsafe<{ all: boolean | null }[]>(
    `select bool_and(pg_try_advisory_xact_lock(h)) as all from (select distinct hashtextextended($1 || ' ' || k, 0) as h from unnest($2::text[]) as k) as s`,
    tenantId,
    keys,
  );
  if (answer?.all !== true) throw new Contended();
}
