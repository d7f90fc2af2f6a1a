import type { DiagnoseMigrationHistoryOutput } from '@prisma/schema-engine-wasm/schema_engine_bg';

/** The reason why the database was left as it is, in one sentence for the operator. */
export class MigrationRefused extends Error {
  override name = 'MigrationRefused';
}

/** The obstacle to migrating, if there is one. */
export function migrationRefusal(found: DiagnoseMigrationHistoryOutput): string | undefined {
  const [failed] = found.failedMigrationNames;
  if (failed) {
    return `The migration ${failed} was begun and not finished: look at the database, then run \`npm run db:migrate -- --applied ${failed}\` or \`-- --rolled-back ${failed}\`.`;
  }
  const [edited] = found.editedMigrationNames;
  if (edited) {
    return `The migration ${edited} was changed after this database took it: restore the file, or start with another database.`;
  }
  if (found.history && found.history.diagnostic !== 'databaseIsBehind') {
    const [newer] = found.history.unpersistedMigrationNames;
    return `The database is newer than this Scriptline (it has the migration ${newer}): start the newer version again, or restore an older database.`;
  }
  return undefined;
}
