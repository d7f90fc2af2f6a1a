import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyDatabase, type TestDatabase } from '#scripts/testing/database';
import { letServe } from './let-serve.ts';
import { migrate } from './migrate.ts';

// A database whose owner migrates, and a plain role that serves.
let database: TestDatabase;
let url: string;
let role: string;

beforeEach(async () => {
  database = await emptyDatabase();
  role = `serving_${randomBytes(4).toString('hex')}`;
  await ask(superuser(), `create role ${role} login password 'pw'`);
  url = Object.assign(new URL(database.url), { username: role, password: 'pw' }).href;
  await ask(superuser(), `grant connect on database ${new URL(url).pathname.slice(1)} to ${role}`);
  await migrate(database.adminUrl);
  await letServe(database.adminUrl, url);
});
afterEach(async () => {
  await ask(superuser(), `drop owned by ${role}`);
  await database.drop();
  await ask(process.env['TEST_SUPERUSER_URL'] ?? '', `drop role ${role}`);
});

function superuser(): string {
  const made = new URL(process.env['TEST_SUPERUSER_URL'] ?? '');
  made.pathname = new URL(database.url).pathname;
  return made.href;
}

async function ask(connectionString: string, query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(query)).rows;
  } finally {
    await client.end();
  }
}

const insert = `insert into "Tenant" ("tenantId", name, "timeZone", locale, "wireIds") values ('t', 'T', 'UTC', 'en', '{}')`;
const asTenant = (tenant: string, query: string) => `set app.tenant = '${tenant}'; ${query}`;

test('the serving role writes and reads its tenant, and the policies hold for it', async () => {
  await ask(url, asTenant('t', insert));
  const rows = async (tenant: string) => {
    const client = new pg.Client({ connectionString: url, options: `-c app.tenant=${tenant}` });
    await client.connect();
    const { rowCount } = await client.query('select 1 from "Tenant"');
    await client.end();
    return rowCount;
  };
  expect([await rows('t'), await rows('another')]).toEqual([1, 0]);
  await expect(ask(url, asTenant('another', insert))).rejects.toThrow('row-level security');
});

test('it may neither truncate, nor change the schema, nor rewrite which migrations were applied', async () => {
  await expect(ask(url, 'truncate "Tenant"')).rejects.toThrow('permission denied');
  await expect(ask(url, 'create table mine (id int)')).rejects.toThrow('permission denied');
  await expect(ask(url, 'delete from _prisma_migrations')).rejects.toThrow('permission denied');
});

test('letting it serve again changes nothing', async () => {
  await letServe(database.adminUrl, url);
  await expect(ask(url, 'truncate "Tenant"')).rejects.toThrow('permission denied');
});
