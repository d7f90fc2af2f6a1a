import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CannotStart } from './cannot-start.ts';
import { step } from './progress.ts';
import { bin, run } from './run.ts';

const root = path.resolve(import.meta.dirname, '../..');
const generated = path.join(root, 'lib/db/generated');
const stamp = path.join(generated, '.made-from');

/** Generates the database client when schema.prisma (or Prisma itself) is not the one it was made from. */
export async function generateClient(): Promise<void> {
  const source = digest();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === source) return;
  const { code, output } = await step('Generating the database client', () =>
    // Prisma's command line asks for a native engine before anything else and would download it; generating never runs it, so any program will do.
    run(bin('prisma'), ['generate', '--no-hints'], {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: '1',
    }),
  );
  if (code !== 0) throw new CannotStart(`The database client could not be generated:\n${output.trim()}`);
  mkdirSync(generated, { recursive: true });
  writeFileSync(stamp, source);
}

function digest(): string {
  const hash = createHash('sha256');
  for (const file of ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json']) {
    hash.update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

if (import.meta.main) {
  const { command } = await import('./command.ts');
  await command(generateClient);
}
