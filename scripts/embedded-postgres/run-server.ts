import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { CannotStart } from '#scripts/launcher/cannot-start';
import { type Binaries, bareEnvironment } from './binaries.ts';
import type { ServerUser } from './server-user.ts';

export type ServerOptions = {
  readonly cluster: string;
  readonly port: number;
  readonly logFile: string;
  readonly user: ServerUser | undefined;
  /** `false` for throw-away servers of tests: no waiting for the disk. */
  readonly durable: boolean;
};

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '256MB',
  max_connections: '100',
  max_locks_per_transaction: '256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The details of an error may quote the row or the JSON that it was about.
  log_error_verbosity: 'terse',
};
const THROW_AWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Starts the server in a process group of its own (Ctrl-C in the terminal must not reach it before the web process has finished) and waits until it answers. */
export async function runServer(binaries: Binaries, options: ServerOptions, superuserUrl: string): Promise<void> {
  const settings = { ...SETTINGS, ...(options.durable ? {} : THROW_AWAY), port: String(options.port) };
  const log = openSync(options.logFile, 'a');
  const begin = statSync(options.logFile).size;
  const server = spawn(
    binaries.postgres,
    ['-D', options.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...options.user, cwd: '/', detached: true, env: bareEnvironment, stdio: ['ignore', log, log] },
  );
  closeSync(log);
  server.unref();
  await answers(server, superuserUrl, () => readFileSync(options.logFile).subarray(begin).toString('utf8'));
}

async function answers(server: ChildProcess, url: string, said: () => string): Promise<void> {
  let failure: Error | undefined;
  server.once('error', (error) => {
    failure = error;
  });
  // Recovery after a crash may take minutes; as long as the process lives, it is at work.
  while (!(await accepts(url))) {
    if (failure || server.exitCode !== null || server.signalCode !== null)
      throw new CannotStart(explain(failure?.message ?? said()));
    await wait(25);
  }
}

async function accepts(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2000 });
  // A server that goes away fails the query that asks it; between two of them nobody is asking.
  client.on('error', () => undefined);
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '28P01') {
      throw new CannotStart(
        'The database does not accept the password that its data folder keeps: postgres.json is not the one it was made with.',
      );
    }
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function explain(said: string): string {
  if (/No space left/.test(said)) return 'The database cannot start: the disk is full.';
  const fatal = said
    .split('\n')
    .filter((line) => /FATAL|PANIC|error/i.test(line))
    .at(-1);
  return `The database does not start: ${(fatal ?? said).replace(/^.*?(FATAL|PANIC):\s*/, '').trim()}`;
}
