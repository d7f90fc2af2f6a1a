import pg from 'pg';

/** Access to the whole database, past the tenants' isolation, for rows that a test counts and compares. */
export type Everyone = {
  rows<R extends pg.QueryResultRow = Record<string, unknown>>(query: string, values?: unknown[]): Promise<R[]>;
  close(): Promise<void>;
};

export async function lookAtEveryone(url: string): Promise<Everyone> {
  const client = new pg.Client({ connectionString: url, options: '-c app.tenant=*' });
  // A test that takes the database away takes this connection with it.
  client.on('error', () => undefined);
  await client.connect();
  return {
    rows: async <R extends pg.QueryResultRow>(query: string, values?: unknown[]) =>
      (await client.query<R>(query, values)).rows,
    close: () => client.end(),
  };
}
