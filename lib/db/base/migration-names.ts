import { readdir } from 'node:fs/promises';
import path from 'node:path';

let names: Promise<readonly string[]> | undefined;

async function read(): Promise<readonly string[]> {
  const entries = await readdir(path.join(process.cwd(), 'prisma', 'migrations'), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

/** The migrations that this code comes with, by folder name; read once. */
export function migrationNames(): Promise<readonly string[]> {
  names ??= read();
  return names;
}
