import { randomBytes } from 'node:crypto';
import pg from 'pg';

export type TestDatabase = {
  /** The serving role, bound by row-level security. */
  readonly url: string;
  /** The role that migrates; here the same. */
  readonly adminUrl: string;
  drop(): Promise<void>;
};

/** A database of a test file's own, migrated and empty; about 30 ms. */
export function freshDatabase(): Promise<TestDatabase> {
  return make('scriptline');
}

/** A database of a test file's own in which the demo's tenants, accounts and sources are, sealed with TEST_ENCRYPTION_KEY. */
export function freshDemoDatabase(): Promise<TestDatabase> {
  return make('scriptline_demo');
}

/** A database without a single table, for what concerns migrating itself. */
export function emptyDatabase(): Promise<TestDatabase> {
  return make('template0');
}

async function make(template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(`create database ${name} owner scriptline template ${template}`);
  const url = new URL(given('TEST_TEMPLATE_URL'));
  url.pathname = `/${name}`;
  return { url: url.href, adminUrl: url.href, drop: () => asSuperuser(`drop database ${name} with (force)`) };
}

async function asSuperuser(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: given('TEST_SUPERUSER_URL') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export function given(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is not set: database tests run in the vitest project "integration" (*.int.test.ts)`);
  return value;
}
