import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { run } from '#scripts/launcher/run';
import { singles } from './events.ts';
import { connections } from './load.ts';
import type { Database } from './server.ts';

/** PostgreSQL's own load generator, where it is installed. */
const pgbench = 'pgbench';
const seconds = 3;

/** Rows a second, each in a commit of its own, prepared, over 48 connections into a table of the ledger's shape and indexes. */
export type SingleRowCommits = { readonly by: string; readonly measure: () => Promise<number> };

export async function singleRowCommits(database: Database, folder: string): Promise<SingleRowCommits> {
  await database.query('create table bench_ledger (like "LedgerEvent" including all)');
  await database.query('grant all on bench_ledger to scriptline');
  const insert = statement();
  const program = spawnSync(pgbench, ['--version'], { encoding: 'utf8' });
  const found = program.status === 0;
  const measure = async () => {
    const rate = found ? await byPgbench(database, insert, folder) : await byDriver(database, insert);
    await database.query('truncate bench_ledger');
    return rate;
  };
  return { by: found ? program.stdout.trim() : 'an equivalent program (pgbench is not installed)', measure };
}

/** Text as a constant without a colon, which begins a variable in pgbench. */
const hex = (text: string) => `'\\x${Buffer.from(text).toString('hex')}'::bytea`;

/** The columns that ingest fills, with the bytes and the JSON of a typical event. */
function statement(): string {
  const [event] = singles(1);
  const raw = event?.raw ?? '{}';
  const data = JSON.stringify(Reflect.get(Object(JSON.parse(raw)), 'data'));
  const headers = '{"content-type":"application/cloudevents+json"}';
  return `insert into bench_ledger ("tenantId", "sourceId", "dedupeKey", "messageId", digest, "wireType", "occurredAt", "receivedAt", raw,
    "contentType", headers, data, status, "nextAttemptAt") values ('demo', 'src', gen_random_uuid()::text, gen_random_uuid()::text,
    md5('digest'), 'medication.prescription.signed.v1', now(), clock_timestamp(), ${hex(raw)},
    'application/cloudevents+json', convert_from(${hex(headers)}, 'UTF8')::jsonb, convert_from(${hex(data)}, 'UTF8')::jsonb, 'received', now())`;
}

async function byPgbench({ url }: Database, insert: string, folder: string): Promise<number> {
  const script = path.join(folder, 'single-row.sql');
  writeFileSync(script, `${insert.replaceAll(/\s+/g, ' ')};\n`);
  const { username, password, hostname, port, pathname } = new URL(url);
  const where = ['-h', hostname, '-p', port, '-U', username];
  const how = ['-n', '-M', 'prepared', '-c', String(connections), '-j', '2', '-T', String(seconds), '-f', script];
  const { output } = await run(pgbench, [...where, ...how, pathname.slice(1)], {
    ...process.env,
    PGPASSWORD: password,
  });
  const [, tps] = /tps = ([\d.]+)/.exec(output) ?? [];
  if (tps === undefined) throw new Error(`pgbench did not say its rate:\n${output}`);
  return Number(tps);
}

async function byDriver({ url }: Database, text: string): Promise<number> {
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: url }));
  await Promise.all(clients.map((client) => client.connect()));
  const began = performance.now();
  let rows = 0;
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() - began < seconds * 1000) {
        await client.query({ name: 'single-row', text });
        rows += 1;
      }
    }),
  );
  const rate = rows / ((performance.now() - began) / 1000);
  await Promise.all(clients.map((client) => client.end()));
  return rate;
}
