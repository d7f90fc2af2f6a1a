import { projectionTables } from '#lib/db/overview/rebuild-tables';
import { untilProcessed } from './backlog.ts';
import { castOf, mixed, requestOf } from './events.ts';
import type { BenchInstance } from './instance.ts';
import { load } from './load.ts';
import type { Database } from './server.ts';

/** Posts stories through the webhooks and lets a worker process them: the rows that everything else is a copy of. Answers the tag in all their ids. */
export async function fillByProcessing(instance: BenchInstance, events: number): Promise<string> {
  const cast = castOf();
  await load(instance.baseUrl, mixed(events, cast).map(requestOf), 202);
  const worker = await instance.worker();
  await untilProcessed(instance.database);
  await worker.stop();
  return cast.ids.run;
}

type Column = { readonly table: string; readonly name: string; readonly type: string };

/**
 * Multiplies what processing made: every row of the ledger and of every projection again, under other ids and ledger numbers, as if as many
 * clinics' days had been received at the same time. Indexes and statistics are PostgreSQL's own. (`by`, the ledger number inside a register,
 * stays the copied one's: it is shown, and looked up by nobody here.)
 */
export async function multiply(database: Database, tag: string, times: number, say: (line: string) => void) {
  const tables = ['LedgerEvent', ...projectionTables];
  const columns = await database.query<Column>(
    `select table_name as table, column_name as name, coalesce(domain_name, udt_name) as type from information_schema.columns
     where table_schema = 'public' and table_name = any($1) order by table_name, ordinal_position`,
    [tables],
  );
  const [last] = await database.query<{ seq: string }>('select max(seq) as seq from "LedgerEvent"');
  const span = Number(last?.seq ?? 0);
  for (const table of tables) await database.query(`create unlogged table "day_${table}" as select * from "${table}"`);
  const statements = tables.map((table) => {
    const own = columns.filter((column) => column.table === table);
    const list = own.map(({ name }) => `"${name}"`).join(', ');
    return `insert into "${table}" (${list}) select ${own.map(copied).join(', ')} from "day_${table}" on conflict do nothing`;
  });
  // A table is filled faster without its indexes; they are the same afterwards.
  const indexes = await database.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes where schemaname = 'public' and tablename = any($1)
     and indexname not in (select conname from pg_constraint)`,
    [tables],
  );
  for (const { name } of indexes) await database.query(`drop index "${name}"`);
  for (let nth = 1; nth <= times; nth += 1) {
    const other = `y${(nth + 36 ** 2).toString(36)}`;
    const filled = statements.map((text) =>
      text
        .replaceAll('<shift>', String(span * nth))
        .replaceAll('<tag>', tag)
        .replaceAll('<other>', other),
    );
    await database.query(`set synchronous_commit to off; ${filled.join('; ')}`);
    if (nth % 20 === 0) say(`filled ${nth + 1} days`);
  }
  for (const table of tables) await database.query(`drop table "day_${table}"`);
  for (const { definition } of indexes) await database.query(`set maintenance_work_mem to '256MB'; ${definition}`);
  await database.query(`select setval(pg_get_serial_sequence('"LedgerEvent"', 'seq'), ${span * (times + 1)})`);
  await database.query('vacuum analyze');
}

function copied({ name, type }: Column): string {
  const column = `"${name}"`;
  const other = (text: string) => `replace(replace(${text}, '<tag>', '<other>'), upper('<tag>'), upper('<other>'))`;
  if (name === 'seq') return `${column} + <shift>`;
  if (name === 'tenantId' || name === 'digest') return column;
  if (type === 'text') return other(column);
  if (type === 'jsonb' || type === '_text') return `${other(`${column}::text`)}::${type}`;
  if (type === 'bytea') return `convert_to(${other(`convert_from(${column}, 'UTF8')`)}, 'UTF8')`;
  return column;
}
