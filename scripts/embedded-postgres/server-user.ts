import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { CannotStart } from '#scripts/launcher/cannot-start';

/** The user that the server runs as. PostgreSQL refuses to run as root, so root hands it to another user. */
export type ServerUser = { readonly uid: number; readonly gid: number };

/** `undefined`: the user who runs us. Root: the owner of the existing cluster, else `postgres`, else `nobody`. */
export function serverUser(cluster: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) {
    refuseForeign(cluster);
    return undefined;
  }
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return { uid, gid };
  }
  const user = named('postgres') ?? named('nobody');
  if (user) return user;
  throw new CannotStart(
    'PostgreSQL refuses to run as root, and this machine has neither a user `postgres` nor `nobody`: add one (`useradd postgres`), or start as an ordinary user.',
  );
}

function refuseForeign(cluster: string): void {
  if (process.getuid === undefined || !existsSync(cluster)) return;
  const { uid } = statSync(cluster);
  if (uid === process.getuid()) return;
  throw new CannotStart(
    `The database in ${cluster} belongs to user number ${uid}, not to ${userInfo().username}: start as that user, or set SCRIPTLINE_DATA_DIR to another folder.`,
  );
}

function named(name: string): ServerUser | undefined {
  if (process.platform === 'darwin') {
    const [uid, gid] = ['-u', '-g'].map((which) => Number(spawnSync('id', [which, name], { encoding: 'utf8' }).stdout));
    return uid && gid ? { uid, gid } : undefined;
  }
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** May the server's user walk down to this folder? Asked of the system itself, which knows about lists of access and mounts. */
export function mayEnter(user: ServerUser | undefined, folder: string): boolean {
  if (user === undefined) return true;
  try {
    execFileSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...user, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
