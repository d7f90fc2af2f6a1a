import pg from 'pg';
import { migrationsOnDisk, schemaFolder } from './schema-files.ts';

const NO_SUCH_TABLE = '42P01';

/** The migrations of this code that the database lacks. Reads Prisma's table itself: readiness asks often, and the engine takes 40 ms. */
export async function migrationsPending(url: string, folder = schemaFolder): Promise<string[]> {
  const applied = new Set(await migrationsApplied(url));
  return migrationsOnDisk(folder).filter((name) => !applied.has(name));
}

async function migrationsApplied(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  // A server that goes away fails the query that asks it; between two of them nobody is asking.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ migration_name: string }>(
      'select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
    );
    return rows.map((row) => row.migration_name);
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === NO_SUCH_TABLE) return [];
    throw error;
  } finally {
    await client.end();
  }
}
