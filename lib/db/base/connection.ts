import { Socket } from 'node:net';
import type pg from 'pg';
import { type ConnectionPurpose, deadlines } from './deadlines.ts';

/** The database did not answer within the permitted time: the outcome of the statement is not known. */
class DatabaseSilent extends Error {
  readonly code = 'ETIMEDOUT';
}

/**
 * A socket that ends itself when nothing passes for so long. The driver's own `query_timeout` lets a connection go back into its pool with the
 * unanswered statement still on it (node-postgres#3399); one whose socket is destroyed is never handed out again.
 */
function socketThatEnds(silentMs: number): Socket {
  const socket = new Socket();
  return socket.setTimeout(silentMs, () => {
    socket.destroy(new DatabaseSilent(`the database was silent for ${silentMs / 1000} s`));
  });
}

/** The options of every connection of ours: a deadline for its purpose, and keep-alive packets that detect a dead peer. */
export function connectionFor(url: string, purpose: ConnectionPurpose, silentMs = deadlines[purpose].silentMs) {
  return {
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
    stream: () => socketThatEnds(silentMs),
  } as const satisfies pg.ClientConfig;
}

/** A setting that this server does not know is skipped. */
const setThose = `select set_config(s.name, t.value, false) from pg_settings s join unnest($1::text[], $2::text[]) as t(name, value) using (name)`;

/** The server's side of the same deadlines. Set by a statement: a proxy before the database may drop settings of a session's start. */
async function bindSession(client: pg.ClientBase, purpose: ConnectionPurpose): Promise<void> {
  const { lockMs, statementMs, idleInTransactionMs } = deadlines[purpose];
  const settings = {
    lock_timeout: lockMs,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    // A session whose client is gone is ended while its statement still runs or waits.
    client_connection_check_interval: 5_000,
    tcp_user_timeout: 15_000,
    tcp_keepalives_idle: 10,
    tcp_keepalives_interval: 5,
    tcp_keepalives_count: 3,
  };
  await client.query(setThose, [Object.keys(settings), Object.values(settings).map(String)]);
}

/** A pool whose idle connections are gone before their silence would be taken for a fault. */
export function poolFor(url: string, purpose: ConnectionPurpose, max: number, silentMs = deadlines[purpose].silentMs) {
  return {
    ...connectionFor(url, purpose, silentMs),
    max,
    idleTimeoutMillis: Math.min(5_000, silentMs / 2),
    onConnect: (client: pg.ClientBase) => bindSession(client, purpose),
  } as const satisfies pg.PoolConfig;
}
