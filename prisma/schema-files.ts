import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder that holds schema.prisma and migrations/. */
export const schemaFolder = import.meta.dirname;

export function readSchema(folder = schemaFolder): { path: string; content: string } {
  return { path: 'schema.prisma', content: readFileSync(path.join(folder, 'schema.prisma'), 'utf8') };
}

export function migrationsOnDisk(folder = schemaFolder): string[] {
  return readdirSync(path.join(folder, 'migrations'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

export function readMigration(name: string, folder = schemaFolder): string {
  return readFileSync(path.join(folder, 'migrations', name, 'migration.sql'), 'utf8');
}
