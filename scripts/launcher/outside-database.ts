import pg from 'pg';
import { CannotStart, reasonOf } from './cannot-start.ts';

const OLDEST = 15;

/** Refuses, before anything else is done, a database of the operator that cannot be used: not there, too old, or a role that would walk around row-level security. */
export async function checkOutsideDatabase(outside: { url: string; adminUrl: string }): Promise<void> {
  await ask('DATABASE_URL', outside.url, async (client) => {
    const { rows } = await client.query<{ version: number; bypasses: boolean; role: string }>(
      `select current_setting('server_version_num')::int / 10000 as version, rolsuper or rolbypassrls as bypasses, rolname as role
         from pg_roles where rolname = current_user`,
    );
    const [found] = rows;
    if (!found) return;
    if (found.version < OLDEST) {
      throw new CannotStart(
        `The database of DATABASE_URL is PostgreSQL ${found.version}: Scriptline needs ${OLDEST} or newer.`,
      );
    }
    if (found.bypasses) {
      throw new CannotStart(
        `The role \`${found.role}\` of DATABASE_URL bypasses row-level security, which keeps tenants apart: use one without SUPERUSER and BYPASSRLS, and DATABASE_ADMIN_URL to migrate.`,
      );
    }
  });
  if (outside.adminUrl !== outside.url) await ask('DATABASE_ADMIN_URL', outside.adminUrl, async () => undefined);
}

async function ask(
  name: string,
  connectionString: string,
  question: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  // A server that goes away fails the query that asks it; between two of them nobody is asking.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await question(client);
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(`The database of ${name} cannot be used: ${reasonOf(error)}.`);
  } finally {
    await client.end().catch(() => undefined);
  }
}
