import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '#prisma/migrate';
import { seedDemo } from '#prisma/seed';
import { startEmbeddedPostgres } from '#scripts/embedded-postgres/start';

/** A PostgreSQL server in a temporary folder, as durable as the product's own; everything measured runs on it. */
export type Server = {
  readonly folder: string;
  readonly version: string;
  readonly encryptionKey: string;
  /** A new database with the demo's tenants and sources, or a copy of one that nobody is connected to. */
  database(name: string, copyOf?: Database): Promise<Database>;
};

export type Database = {
  readonly name: string;
  readonly url: string;
  /** As the superuser, who is bound by no policy: for filling, emptying and counting. */
  query<R extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<R[]>;
};

export async function benchServer(stack: AsyncDisposableStack): Promise<Server> {
  const folder = mkdtempSync(path.join(tmpdir(), 'scriptline-bench-'));
  chmodSync(folder, 0o755);
  stack.defer(() => rmSync(folder, { recursive: true, force: true }));
  const server = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
  stack.defer(() => server.stop('immediate'));
  const encryptionKey = randomBytes(32).toString('base64');
  const admin = connection(server.superuserUrl, stack);
  const [row] = (await admin.query<{ server_version: string }>('show server_version')).rows;

  const database = async (name: string, copyOf?: Database): Promise<Database> => {
    const [url, superuserUrl] = [withName(server.url, name), withName(server.superuserUrl, name)];
    await admin.query(`create database ${name} owner scriptline ${copyOf ? `template ${copyOf.name}` : ''}`);
    if (!copyOf) {
      await migrate(url);
      await seedDemo(url, encryptionKey);
    }
    let pool: pg.Pool | undefined;
    return {
      name,
      url,
      query: async (text, values = []) => {
        pool ??= connection(superuserUrl, stack);
        return (await pool.query(text, [...values])).rows;
      },
    };
  };
  return { folder, version: row?.server_version ?? 'unknown', encryptionKey, database };
}

function connection(url: string, stack: AsyncDisposableStack): pg.Pool {
  // An idle connection would keep its database from being copied.
  const pool = new pg.Pool({ connectionString: url, max: 2, idleTimeoutMillis: 200 });
  pool.on('error', () => undefined);
  // Not waited for: a long statement under way ends with the server, which goes next.
  stack.defer(() => void pool.end());
  return pool;
}

function withName(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
