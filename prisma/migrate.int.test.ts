import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyDatabase, freshDatabase, type TestDatabase } from '#scripts/testing/database';
import { migrate, schemaDiff } from './migrate.ts';
import { migrationsPending } from './migrations-pending.ts';
import { migrationsOnDisk, schemaFolder } from './schema-files.ts';

let database: TestDatabase;
afterEach(() => database.drop());

describe('the migrations of this repository', () => {
  test('lead to exactly the schema that the code is generated from', async () => {
    database = await freshDatabase();
    expect(await schemaDiff(database.url)).toEqual({ same: true, script: '-- This is an empty migration.\n' });
  });

  test('are pending before and not after, and are applied once', async () => {
    database = await emptyDatabase();
    expect(await migrationsPending(database.url)).toEqual(migrationsOnDisk());
    expect(await migrate(database.adminUrl)).toEqual(migrationsOnDisk());
    expect(await migrationsPending(database.url)).toEqual([]);
    expect(await migrate(database.adminUrl)).toEqual([]);
  });

  test('are applied once by two that start at the same moment', async () => {
    database = await emptyDatabase();
    const both = await Promise.all([migrate(database.adminUrl), migrate(database.adminUrl)]);
    expect(both.flat().sort()).toEqual(migrationsOnDisk());
  });
});

describe('a migration that cannot be trusted', () => {
  let folder: string;

  beforeEach(async () => {
    database = await emptyDatabase();
    folder = mkdtempSync(path.join(tmpdir(), 'scriptline-migrations-'));
    cpSync(path.join(schemaFolder, 'schema.prisma'), path.join(folder, 'schema.prisma'));
    write('1_first', 'create table first (id int)');
    return () => rmSync(folder, { recursive: true });
  });

  const write = (name: string, sql: string) => {
    mkdirSync(path.join(folder, 'migrations', name), { recursive: true });
    writeFileSync(path.join(folder, 'migrations', name, 'migration.sql'), sql);
  };

  test('that fails leaves nothing behind, and stops every start until a person has settled it', async () => {
    write('2_broken', 'create table half (id int); select 1 / 0');
    await expect(migrate(database.adminUrl, folder)).rejects.toThrow(
      '2_broken failed and left nothing behind: ERROR: division by zero',
    );
    expect(await tables()).not.toContain('half');
    await expect(migrate(database.adminUrl, folder)).rejects.toThrow(
      'The migration 2_broken was begun and not finished',
    );
  });

  test('in a database newer than the code is left alone', async () => {
    write('2_newer', 'create table newer (id int)');
    await migrate(database.adminUrl, folder);
    rmSync(path.join(folder, 'migrations', '2_newer'), { recursive: true });
    await expect(migrate(database.adminUrl, folder)).rejects.toThrow(
      'The database is newer than this Scriptline (it has the migration 2_newer)',
    );
    expect(await tables()).toContain('newer');
  });

  test('that was edited after it was applied is named', async () => {
    await migrate(database.adminUrl, folder);
    write('1_first', 'create table other (id int)');
    await expect(migrate(database.adminUrl, folder)).rejects.toThrow(
      'The migration 1_first was changed after this database took it',
    );
  });

  async function tables(): Promise<string[]> {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ tablename: string }>(
      "select tablename from pg_tables where schemaname = 'public'",
    );
    await client.end();
    return rows.map((row) => row.tablename);
  }
});
