import path from 'node:path';
import { demoSecrets } from '#scripts/demo-secrets';
import { startEmbeddedPostgres } from '#scripts/embedded-postgres/start';
import { readEnvironment, type InstanceSecrets } from '#scripts/environment';
import { checkOutsideDatabase } from '#scripts/outside-database';
import { runningInstance } from '#scripts/running-instance';

type Database = { readonly url: string; readonly adminUrl: string };

/** For commands beside `npm start`: the operator's database, the one of the running instance, or the embedded one for as long as the work takes. */
export async function withDatabase(
  work: (database: Database) => Promise<void>,
  { secrets = 'needed' }: { readonly secrets?: InstanceSecrets } = {},
): Promise<void> {
  const asked = readEnvironment(process.env, path.resolve(import.meta.dirname, '..'), secrets);
  const found = asked.outside ?? ofRunning(asked.dataDir);
  if (asked.outside) await checkOutsideDatabase(asked.outside);
  const own = found
    ? undefined
    : await startEmbeddedPostgres({ dataDir: asked.dataDir, log: (line) => console.log(line) });
  const database = found ?? own;
  if (!database) return;
  try {
    const kept = asked.demo ? demoSecrets(asked.dataDir) : {};
    for (const [name, value] of Object.entries({ ...kept, DATABASE_URL: database.url })) process.env[name] ||= value;
    await work(database);
  } finally {
    await own?.stop();
  }
}

function ofRunning(dataDir: string): Database | undefined {
  const running = runningInstance(dataDir);
  return running && { url: running.databaseUrl, adminUrl: running.databaseUrl };
}
