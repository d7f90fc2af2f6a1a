import pg from 'pg';
import { CannotStart } from './cannot-start.ts';

/**
 * Refuses a start with another ENCRYPTION_KEY than the one that sealed the senders' secrets: every webhook would be answered 503, and what is
 * sealed from now on would not open with the right key. Call it once the application's environment is known to be complete.
 */
export async function checkSealedSecrets(url: string): Promise<void> {
  const [{ env }, { keyIdOf }] = await Promise.all([import('#lib/env'), import('#lib/db/base/secret-box')]);
  const keyId = keyIdOf(Buffer.from(env().ENCRYPTION_KEY, 'base64'));
  const client = new pg.Client({ connectionString: url, options: '-c app.tenant=*' });
  // A server that goes away fails the query that asks it; between two of them nobody is asking.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const query = `select 1 from "SourceSecret" where split_part(sealed, '.', 2) <> $1 and ("expiresAt" is null or "expiresAt" > now()) limit 1`;
    const { rowCount } = await client.query(query, [keyId]);
    if (rowCount === 0) return;
    throw new CannotStart(
      'ENCRYPTION_KEY is not the one that sealed the secrets in this database: set that one again (in demo mode, secrets.json in the data folder keeps it).',
    );
  } finally {
    await client.end();
  }
}
