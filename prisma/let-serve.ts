import pg from 'pg';

/**
 * For installations where one role migrates and another serves: lets the serving one read and write every table, under their policies, and
 * nothing more. It may not truncate, which no policy would stop, and may only read the list of migrations. Done after each migration; doing
 * it again changes nothing.
 */
export async function letServe(adminUrl: string, url: string): Promise<void> {
  const serving = roleOf(url);
  if (serving === roleOf(adminUrl)) return;
  const role = pg.escapeIdentifier(serving);
  const client = new pg.Client({ connectionString: adminUrl });
  // A server that goes away fails the query that asks it; between two of them nobody is asking.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`
      grant usage on schema public to ${role};
      grant select, insert, update, delete on all tables in schema public to ${role};
      grant usage, select on all sequences in schema public to ${role};
      revoke insert, update, delete on _prisma_migrations from ${role};
      grant usage on schema pgboss to ${role};
      grant select, insert, update, delete on all tables in schema pgboss to ${role};
      grant usage, select on all sequences in schema pgboss to ${role};
    `);
  } finally {
    await client.end();
  }
}

function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
