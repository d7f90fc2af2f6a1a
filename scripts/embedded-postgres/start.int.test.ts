import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { runningPostmaster } from './postmaster.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start.ts';

let dataDir: string;
let server: EmbeddedPostgres | undefined;
const begin = async (durable = false) => {
  server = await startEmbeddedPostgres({ dataDir, durable, log: () => undefined });
  return server;
};
beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'scriptline-embedded-'));
  chmodSync(dataDir, 0o755);
});
afterEach(() => server?.stop());
afterAll(() => rmSync(dataDir, { recursive: true }));

async function ask(url: string, query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: query, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

test('data and address are kept from one start to the next', async () => {
  const first = await begin();
  await ask(first.url, 'create table kept as select 42 as n');
  await first.stop();
  expect(runningPostmaster(path.join(dataDir, 'postgres'))).toBeUndefined();
  const second = await begin();
  expect(second.url).toBe(first.url);
  expect(await ask(second.url, 'select n from kept')).toEqual([[42]]);
});

test('the serving role is no superuser and does not bypass row-level security', async () => {
  const { url } = await begin();
  const query = 'select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user';
  expect(await ask(url, query)).toEqual([[false, false, false, false]]);
});

test('it listens on this machine only, wants a password, and hides it from other users', async () => {
  const { superuserUrl } = await begin();
  expect(
    await ask(superuserUrl, "select current_setting('listen_addresses'), current_setting('unix_socket_directories')"),
  ).toEqual([['127.0.0.1', '']]);
  const wrong = new URL(superuserUrl);
  wrong.password = 'wrong';
  await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
  expect(statSync(path.join(dataDir, 'postgres.json')).mode & 0o077).toBe(0);
});

test('a server left behind by a killed run is taken over', async () => {
  const first = await begin();
  const left = runningPostmaster(path.join(dataDir, 'postgres'));
  const second = await begin();
  expect(runningPostmaster(path.join(dataDir, 'postgres'))).not.toBe(left);
  expect(await ask(second.url, 'select 1')).toEqual([[1]]);
  expect(second.url).toBe(first.url);
});

test('after a crash of the server what was committed is still there', async () => {
  const first = await begin(true);
  await ask(first.url, 'create table committed as select 1 as n');
  await first.stop('immediate');
  expect(await ask((await begin(true)).url, 'select n from committed')).toEqual([[1]]);
});

test('a port that somebody else took meanwhile is left to them', async () => {
  const first = await begin();
  await first.stop();
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(Number(new URL(first.url).port), '127.0.0.1', resolve));
  try {
    const second = await begin();
    expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
    expect(await ask(second.url, 'select 1')).toEqual([[1]]);
  } finally {
    squatter.close();
  }
});

test('a database of another major version is refused and left alone', async () => {
  await (await begin()).stop();
  const file = path.join(dataDir, 'postgres', 'PG_VERSION');
  const version = readFileSync(file, 'utf8');
  writeFileSync(file, '17\n');
  try {
    await expect(begin()).rejects.toThrow('was written by PostgreSQL 17, and this Scriptline brings 18');
  } finally {
    writeFileSync(file, version);
  }
});
