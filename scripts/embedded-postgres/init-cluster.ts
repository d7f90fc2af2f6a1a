import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CannotStart } from '#scripts/launcher/cannot-start';
import { type Binaries, bareEnvironment } from './binaries.ts';
import type { ServerUser } from './server-user.ts';

const MAJOR = '18';

/** Refuses a cluster that another major version of PostgreSQL wrote; ours could only damage it. */
export function refuseOtherVersion(cluster: string): void {
  const file = path.join(cluster, 'PG_VERSION');
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'an unknown version';
  if (found === MAJOR) return;
  throw new CannotStart(
    `The database in ${cluster} was written by PostgreSQL ${found}, and this Scriptline brings ${MAJOR}: export it with its own version, or set SCRIPTLINE_DATA_DIR to another folder.`,
  );
}

/** Makes the cluster beside its final name and renames it when complete: a start killed half-way leaves nothing to stumble over. */
export function initCluster(
  cluster: string,
  { initdb }: Binaries,
  user: ServerUser | undefined,
  password: string,
): void {
  const nursery = `${cluster}.new`;
  rmSync(nursery, { recursive: true, force: true });
  mkdirSync(nursery, { recursive: true, mode: 0o700 });
  const data = path.join(nursery, 'data');
  const passwordFile = path.join(nursery, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) for (const place of [nursery, passwordFile]) chownSync(place, user.uid, user.gid);
  const made = spawnSync(
    initdb,
    [
      ...['-D', data, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'],
      ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
    ],
    { ...user, cwd: '/', env: bareEnvironment, encoding: 'utf8' },
  );
  if (made.status !== 0) {
    rmSync(nursery, { recursive: true, force: true });
    throw new CannotStart(
      `The database could not be made in ${cluster}: ${explainInit(made.error?.message ?? made.stderr)}`,
    );
  }
  renameSync(data, cluster);
  rmSync(nursery, { recursive: true, force: true });
}

function explainInit(said: string): string {
  if (/No space left|ENOSPC/.test(said)) return 'the disk is full.';
  if (/Permission denied|EACCES/.test(said)) return 'the user that runs it may not write there.';
  return said.trim().split('\n').slice(-2).join(' ');
}
