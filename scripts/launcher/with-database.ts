import path from 'node:path';
import { startEmbeddedPostgres } from '#scripts/embedded-postgres/start';
import { demoSecrets } from './demo-secrets.ts';
import { type InstanceSecrets, readEnvironment } from './environment.ts';
import { checkOutsideDatabase } from './outside-database.ts';
import { runningInstance } from './running-instance.ts';

type Database = { readonly url: string; readonly adminUrl: string };

/** For commands beside `npm start`: the operator's database, the one of the running instance, or the embedded one for as long as the work takes. */
export async function withDatabase(
  work: (database: Database) => Promise<void>,
  { secrets = 'needed' }: { readonly secrets?: InstanceSecrets } = {},
): Promise<void> {
  const environment = readEnvironment(process.env, path.resolve(import.meta.dirname, '../..'), secrets);
  const found = environment.outside ?? ofRunning(environment.dataDir);
  if (environment.outside) await checkOutsideDatabase(environment.outside);
  const own = found
    ? undefined
    : await startEmbeddedPostgres({ dataDir: environment.dataDir, log: (line) => console.log(line) });
  const database = found ?? own;
  if (!database) return;
  try {
    const demoOnly = environment.demo ? demoSecrets(environment.dataDir) : {};
    for (const [name, value] of Object.entries({ ...demoOnly, DATABASE_URL: database.url }))
      process.env[name] ||= value;
    await work(database);
  } finally {
    await own?.stop();
  }
}

function ofRunning(dataDir: string): Database | undefined {
  const running = runningInstance(dataDir);
  return running && { url: running.databaseUrl, adminUrl: running.databaseUrl };
}
