import type { Tx } from '#lib/db/base/in-tenant';
import type { Row } from '#lib/domain/ledger/fold';
import { text } from '#lib/domain/ledger/fold';
import type { TableName } from '#lib/domain/ledger/tables';
import { liveProjections, type ProjectionStore } from './projection-store.ts';
import { type StoredTable, storedTables } from './stored-tables.ts';

type Loaded = { readonly id: string; readonly registers: Row };

function spec(table: TableName): StoredTable {
  if (table === 'prescription') return { model: 'Prescription', columns: ['code', 'patientId'] };
  const stored: Partial<Record<TableName, StoredTable>> = storedTables;
  const found = stored[table];
  if (!found) throw new Error(`no table is kept for ${table}`);
  return found;
}

/** Reads rows of one tenant by a text column (`id` included) into `into`; a row that is already there stays as it is. */
export function loadRows(
  tx: Tx,
  tenantId: string,
  table: TableName,
  column: string,
  values: Iterable<string>,
  into: Map<string, Row>,
): Promise<void> {
  return loadRowsOf(liveProjections(tx, tenantId), table, column, values, into);
}

/** The same from any projection store. */
export async function loadRowsOf(
  { tx, tenantId, from }: ProjectionStore,
  table: TableName,
  column: string,
  values: Iterable<string>,
  into: Map<string, Row>,
): Promise<void> {
  const wanted = [...new Set(values)];
  if (wanted.length === 0) return;
  const { model } = spec(table);
  const rows = await tx.$queryRawUnsafe<Loaded[]>(
    `select id, registers from ${from(model)} r where "tenantId" = $1 and "${column}" = any($2::text[])`,
    tenantId,
    wanted,
  );
  for (const { id, registers } of rows) if (!into.has(id)) into.set(id, registers);
}

/** The rows that belong to rows of a table, by the column that names them. */
const hanging: Readonly<Record<string, readonly [model: string, column: string]>> = {
  Prescription: ['PrescriptionTerm', 'prescriptionId'],
  Patient: ['PatientTerm', 'patientId'],
  PatientRecord: ['PatientTerm', 'patientId'],
};

/** Deletes rows, and the words by which they are found. */
export async function removeRows(
  { tx, tenantId, into, take }: ProjectionStore,
  table: TableName,
  ids: readonly string[],
): Promise<void> {
  const { model } = spec(table);
  for (const [name, column] of [hanging[model] ?? [], [model, 'id']] as const) {
    if (name === undefined) continue;
    await take(name, [ids]);
    await tx.$executeRawUnsafe(
      `delete from ${into(name)} where "tenantId" = $1 and "${column}" = any($2::text[])`,
      tenantId,
      ids,
    );
  }
}

/** Writes whole rows, new or changed, in one statement. */
export async function saveRows(
  { tx, tenantId, into, take }: ProjectionStore,
  table: keyof typeof storedTables,
  rows: ReadonlyMap<string, Row>,
): Promise<void> {
  if (rows.size === 0) return;
  const { model, columns, derived = {} } = spec(table);
  const made = Object.entries(derived);
  const typed = new Map(made.map(([name, { type }]) => [name, type]));
  const names = ['id', 'registers', ...columns, ...typed.keys()];
  const cast = (name: string) => {
    const type = typed.get(name);
    return type === undefined ? `"${name}"` : `"${name}"::${type}`;
  };
  const list = names.map((name) => `"${name}"`).join(', ');
  const types = names.map((_, index) => `$${index + 2}::text[]`).join(', ');
  const select = names.map((name) => (name === 'registers' ? 'registers::jsonb' : cast(name))).join(', ');
  const update = names.slice(1).map((name) => `"${name}" = excluded."${name}"`);
  const entries = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
  await take(model, [entries.map(([id]) => id)]);
  await tx.$executeRawUnsafe(
    `insert into ${into(model)} ("tenantId", ${list}) select $1, ${select} from unnest(${types}) as r(${list})
     on conflict ("tenantId", id) do update set ${update.join(', ')}`,
    tenantId,
    entries.map(([id]) => id),
    entries.map(([, row]) => JSON.stringify(row)),
    ...columns.map((column) => entries.map(([, row]) => text(row, column))),
    ...made.map(([, { of }]) => entries.map(([id, row]) => of(row, id))),
  );
}
