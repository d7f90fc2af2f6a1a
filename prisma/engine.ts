import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { engineConnection } from './engine-connection.ts';
import { migrationsOnDisk, readMigration, readSchema } from './schema-files.ts';

/** Every table of the schema counts; none is managed by somebody else. */
export const filters = { externalTables: [], externalEnums: [] };

/**
 * Prisma's own schema engine in its WebAssembly form, over `pg`: what `prisma migrate` does, without the native program that the command line
 * would download. It keeps Prisma's `_prisma_migrations`, so `prisma migrate deploy` can carry on from it and the other way round.
 */
export async function withEngine<T>(
  url: string,
  folder: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  load();
  const { path, content } = readSchema(folder);
  const connection = engineConnection(url);
  try {
    using engine = await bindings.SchemaEngine.new(
      { datamodels: [[path, content]] },
      () => undefined,
      connection.factory,
    );
    return await work(engine);
  } finally {
    await connection.close();
  }
}

export function migrationsList(folder: string): MigrationList {
  return {
    baseDir: `${folder}/migrations`,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrationsOnDisk(folder).map((name) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: readMigration(name, folder) } },
    })),
  };
}

let loaded = false;

function load(): void {
  if (loaded) return;
  const panics = {
    set_message(message: string) {
      throw new Error(`the schema engine failed: ${message}`);
    },
  };
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics });
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm')
    .replace(/schema_engine\.js$/, 'schema_engine_bg.wasm');
  const imports: WebAssembly.ModuleImports = { ...bindings, ...idleTimers() };
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), {
    './schema_engine_bg.js': imports,
  });
  bindings.__wbg_set_wasm(exports);
  const begin = exports['__wbindgen_start'];
  if (typeof begin === 'function') begin();
  loaded = true;
}

/** The engine never clears the ten-second alarm over its lock; taken as it is, every command would end ten seconds late. */
function idleTimers(): WebAssembly.ModuleImports {
  const names = Object.keys(bindings).filter((name) => name.startsWith('__wbg_setTimeout_'));
  const start = (work: () => void, milliseconds: number) => setTimeout(work, milliseconds).unref();
  return Object.fromEntries(names.map((name) => [name, start]));
}
