import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDERS = ['app', 'components', 'lib', 'public'];
const ROOT_FILE =
  /^(next\.config\.ts|postcss\.config\.mjs|proxy\.ts|instrumentation\.ts|tsconfig\.json|package-lock\.json)$/;
const NOT_BUILT = /\.test\.tsx?$|\/generated\/|\/\./;

/** A digest of everything that the built pages are made of: names and contents. */
export function buildDigest(root: string): string {
  const files = [
    ...readdirSync(root).filter((name) => ROOT_FILE.test(name)),
    // The generated client follows from the schema.
    'prisma/schema.prisma',
    ...FOLDERS.flatMap((folder) => filesBelow(root, folder)),
  ].sort();
  const hash = createHash('sha256');
  for (const file of files) {
    const bytes = readFileSync(path.join(root, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

function filesBelow(root: string, folder: string): string[] {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !NOT_BUILT.test(`/${file}`));
}
