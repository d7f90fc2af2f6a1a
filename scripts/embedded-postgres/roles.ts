import pg from 'pg';

const ROLE = 'scriptline';
const DATABASE = 'scriptline';

/**
 * The role that migrates and serves, and its database. It owns the tables and is still bound by their policies, which are forced;
 * it is no superuser and does not bypass row-level security.
 */
export async function makeRoleAndDatabase(superuserUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  // A server that goes away fails the query that asks it; between two of them nobody is asking.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const has = async (query: string, name: string) => (await client.query(query, [name])).rowCount === 1;
    const verb = (await has('select 1 from pg_roles where rolname = $1', ROLE)) ? 'alter' : 'create';
    await client.query(
      `${verb} role ${ROLE} login nosuperuser nobypassrls nocreaterole nocreatedb password ${pg.escapeLiteral(password)}`,
    );
    if (!(await has('select 1 from pg_database where datname = $1', DATABASE))) {
      await client.query(`create database ${DATABASE} owner ${ROLE}`);
      await client.query(`revoke connect, temporary on database ${DATABASE} from public`);
    }
  } finally {
    await client.end();
  }
}

export function urlOf(port: number, password: string): string {
  return `postgresql://${ROLE}:${password}@127.0.0.1:${port}/${DATABASE}`;
}

export function superuserUrlOf(port: number, password: string): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
}
