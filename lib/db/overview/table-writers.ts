import { removeRows, saveRows } from '#lib/db/ledger/projections/projection-rows';
import type { ProjectionStore } from '#lib/db/ledger/projections/projection-store';
import { isStored } from '#lib/db/ledger/projections/stored-tables';
import { savePatients } from '#lib/db/patients/save-patients';
import { enqueueRegister } from '#lib/db/register/enqueue-register';
import { saveBalances } from '#lib/db/stock/save-balances';
import type { Row, Rows } from '#lib/domain/ledger/fold';
import type { TableName } from '#lib/domain/ledger/tables';

export type Changed = Map<TableName, Map<string, Row>>;

/** Rows by their table: those that are otherwise now, and the names of those that are no more. */
export type Rewritten = { readonly changed: Changed; readonly gone: ReadonlyMap<TableName, readonly string[]> };

type Writer = (ground: ProjectionStore, rows: ReadonlyMap<string, Row>) => Promise<void>;

/** Tables whose rows are written with more than themselves. A prescription is written with its summary (`rewrite.ts`). */
const writers: Partial<Record<TableName, Writer>> = {
  patient: (ground, rows) => savePatients(ground, 'patient', rows),
  patientRecord: (ground, rows) => savePatients(ground, 'patientRecord', rows),
};

/** The writer of a table's rows; null where no table keeps them, or where they are written together with the rows derived from them. */
function writerOf(table: TableName): Writer | null {
  const writer = writers[table];
  if (writer !== undefined) return writer;
  return isStored(table) ? (ground, rows) => saveRows(ground, table, rows) : null;
}

/** Stock as it was: what the running totals of a change are reckoned from. */
export type StockBefore = ReadonlyMap<string, Row>;

export const stockIn = (rows: Rows): StockBefore => new Map([...rows.stockMovement, ...rows.stockCount]);

const emptied = (ids: readonly string[] = []) => ids.map((id): [string, Row] => [id, {}]);

/** Running totals and queues that follow the rows of some tables. */
const followers: readonly ((ground: ProjectionStore, rewritten: Rewritten, before: StockBefore) => Promise<void>)[] = [
  (ground, { changed, gone }, before) => {
    const of = (table: TableName) => new Map([...(changed.get(table) ?? []), ...emptied(gone.get(table))]);
    return saveBalances(ground, { before, movements: of('stockMovement'), counts: of('stockCount') });
  },
  async (ground, { changed }) => {
    if (ground.shared) await enqueueRegister(ground.tx, ground.tenantId, changed);
  },
];

/** Writes rows that are otherwise now, takes away those that are no more, and brings what follows them up to it. */
export async function writeTables(ground: ProjectionStore, rewritten: Rewritten, before: StockBefore): Promise<void> {
  for (const [table, ids] of rewritten.gone) await removeRows(ground, table, ids);
  for (const [table, rows] of rewritten.changed) await writerOf(table)?.(ground, rows);
  for (const follow of followers) await follow(ground, rewritten, before);
}
