import { filters, migrationsList, withEngine } from './engine.ts';
import { installJobQueues } from './job-queues.ts';
import { MigrationRefused, migrationRefusal } from './migration-refused.ts';
import { readSchema, schemaFolder } from './schema-files.ts';

export { migrationsPending } from './migrations-pending.ts';

/**
 * Applies what the database lacks, each migration as one transaction; two at once take turns. The background jobs' own schema comes with it.
 * @returns the names applied, oldest first
 * @throws MigrationRefused when the database is newer than the code, half-migrated, or a migration fails
 */
export async function migrate(adminUrl: string, folder = schemaFolder): Promise<string[]> {
  const list = migrationsList(folder);
  const applied = await withEngine(adminUrl, folder, async (engine) => {
    const history = await engine.diagnoseMigrationHistory({
      migrationsList: list,
      optInToShadowDatabase: false,
      filters,
    });
    const refusal = migrationRefusal(history);
    if (refusal) throw new MigrationRefused(refusal);
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: list, filters });
    return appliedMigrationNames;
  }).catch((error: unknown) => {
    if (error instanceof MigrationRefused) throw error;
    throw new MigrationRefused(`The database could not be migrated: ${messageOf(error)}`, { cause: error });
  });
  await installJobQueues(adminUrl);
  return applied;
}

/**
 * The difference of the database from schema.prisma: `script` is the SQL that would make it the same. Blind to policies, triggers, partial
 * indexes and checks.
 */
export async function schemaDiff(url: string, folder = schemaFolder): Promise<{ same: boolean; script: string }> {
  const files = [readSchema(folder)];
  return withEngine(url, folder, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', configDir: '', files },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters,
    });
    return { same: exitCode === 0, script: stdout ?? '' };
  });
}

/** After a person has looked at a half-applied migration and finished it, or undone it, by hand. */
export async function settleMigration(
  adminUrl: string,
  name: string,
  outcome: 'applied' | 'rolled-back',
): Promise<void> {
  await withEngine(adminUrl, schemaFolder, async (engine) => {
    if (outcome === 'applied') {
      await engine.markMigrationApplied({ migrationName: name, migrationsList: migrationsList(schemaFolder) });
    } else {
      await engine.markMigrationRolledBack({ migrationName: name });
    }
  });
}

/** The engine writes a paragraph with its own call stack; a person at a terminal gets the migration's name and the database's words. */
function messageOf(error: unknown): string {
  const text = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
  const name = /migration_name="([^"]+)"/.exec(text)?.[1];
  const sentence = text
    .replace(/^.*Error querying the database: /, '')
    .replace(/ 0: .*$/, '')
    .trim();
  return name ? `${name} failed and left nothing behind: ${sentence}` : sentence;
}
