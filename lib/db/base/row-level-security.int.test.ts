import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoDatabase } from '#scripts/testing/demo-database';
import { inTenant, type Tx } from './in-tenant.ts';
import { prisma } from './prisma.ts';

// The application's own scoping is taken away on purpose here: PostgreSQL must still answer nothing. Every table is tried, also those of tomorrow.
const pointers = ['AccountDirectory', 'SessionDirectory', 'SourceDirectory'];
const tenants = ['demo', 'other'];

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: pg.Client;
let tables: string[];

type Column = { readonly name: string; readonly type: string };

/** A value for a column that must have one; the closed lists get a word of theirs. */
const kinds: Readonly<Record<string, string>> = { LegalHold: 'everything' };

function valueFor(table: string, { name, type }: Column, tenantId: string): unknown {
  const words: Record<string, string> = {
    ...{ tenantId, status: 'received', role: 'doctor', raw: '\\x00', kind: kinds[table] ?? 'email' },
    ...{ purpose: 'reset', subjectKind: 'patient' },
  };
  const word = words[name];
  if (word !== undefined) return word;
  if (type === 'ARRAY') return '{}';
  if (type === 'jsonb') return '{}';
  if (type === 'boolean') return 'false';
  if (type.startsWith('timestamp') || type === 'date') return '2026-11-20T08:00:00Z';
  if (type === 'integer' || type === 'bigint') return '1';
  return `third wall ${tenantId}`;
}

async function addRow(table: string, tenantId: string): Promise<void> {
  const { rows } = await everyone.query<Column>(
    `select column_name as name, data_type as type from information_schema.columns
     where table_schema = 'public' and table_name = $1 and (column_name in ('tenantId', 'raw') and data_type <> 'jsonb' or is_nullable = 'NO' and column_default is null)`,
    [table],
  );
  const names = rows.map(({ name }) => `"${name}"`).join(', ');
  const places = rows.map((_column, index) => `$${index + 1}`).join(', ');
  await everyone.query(
    `insert into "${table}" (${names}) values (${places}) on conflict do nothing`,
    rows.map((column) => valueFor(table, column, tenantId)),
  );
}

beforeAll(async () => {
  database = await demoDatabase();
  everyone = new pg.Client({ connectionString: database.url, options: '-c app.tenant=*' });
  await everyone.connect();
  const { rows } = await everyone.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename not like '\\_prisma%' order by 1`,
  );
  tables = rows.map(({ name }) => name).filter((name) => !pointers.includes(name));
  for (const table of tables) for (const tenantId of tenants) await addRow(table, tenantId);
});
afterAll(async () => {
  await everyone.end();
  await database.close();
});

const owners = async (tx: Tx, table: string) => {
  const rows = await tx.$queryRawUnsafe<{ tenantId: string }[]>(
    `select distinct "tenantId" from "${table}" order by 1`,
  );
  return rows.map(({ tenantId }) => tenantId);
};

test('every table has its policy, forced upon its owner too, and starts its key with the tenant', async () => {
  const { rows } = await everyone.query(
    `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced, array_agg(distinct p.polname::text) as policies,
            (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
             where i.indrelid = c.oid and i.indisprimary) as "firstOfKey"
     from pg_class c left join pg_policy p on p.polrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname not like '\\_prisma%'
     group by c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity order by 1`,
  );
  expect(rows.length).toBeGreaterThan(25);
  for (const { name, forced, policies, firstOfKey } of rows) {
    expect([name, forced]).toEqual([name, true]);
    if (pointers.includes(name)) continue;
    expect([name, policies, firstOfKey]).toEqual([name, ['tenant'], 'tenantId']);
  }
});

test('the role that serves is no superuser and does not bypass the policies', async () => {
  const { rows } = await everyone.query('select rolsuper, rolbypassrls from pg_roles where rolname = current_user');
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
});

test('a query that names no tenant gets nothing, from any table', async () => {
  for (const table of tables) {
    expect([table, await owners(prisma('any'), table)]).toEqual([table, tenants]);
    expect([table, await owners(prisma('scoped'), table)]).toEqual([table, []]);
  }
});

test("inside one tenant the other's rows are not there, whatever the query asks for", async () => {
  for (const table of tables) {
    const found = await inTenant({ tenantId: 'other' }, (tx) => owners(tx, table));
    expect([table, found]).toEqual([table, ['other']]);
  }
});

test("inside one tenant the other's rows can be neither changed, deleted, taken over nor added", async () => {
  for (const table of tables) {
    const touched = await inTenant({ tenantId: 'other' }, async (tx) => [
      await tx.$executeRawUnsafe(`update "${table}" set "tenantId" = 'other' where "tenantId" = 'demo'`),
      await tx.$executeRawUnsafe(`delete from "${table}" where "tenantId" = 'demo'`),
    ]);
    expect([table, ...touched]).toEqual([table, 0, 0]);
  }
  const add = (tenantId: string) =>
    inTenant({ tenantId: 'other' }, (tx) =>
      tx.patient.create({ data: { tenantId, id: 'medication:pat_new', registers: {} } }),
    );
  await expect(add('demo')).rejects.toThrow('row-level security');
  expect(await add('other')).toMatchObject({ tenantId: 'other' });
});

test('the tenant named for one transaction is forgotten by the next on the same connection', async () => {
  await inTenant({ tenantId: 'demo' }, (tx) => owners(tx, 'Patient'));
  for (let time = 0; time < 30; time++) expect(await owners(prisma('scoped'), 'Patient')).toEqual([]);
});

test('nobody can ask for all tenants by naming the star', async () => {
  await expect(inTenant({ tenantId: '*' }, (tx) => owners(tx, 'Patient'))).rejects.toThrow('one tenant');
});
