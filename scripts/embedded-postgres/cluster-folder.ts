import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CannotStart, reasonOf } from '#scripts/launcher/cannot-start';
import { mayEnter, type ServerUser } from './server-user.ts';

const SHARED = '/var/lib/scriptline';

/** The data folder, made when missing. Others may pass through it (the server's user must); what is secret in it is readable by its owner only. */
export function makeDataFolder(dataDir: string): string {
  const folder = path.resolve(dataDir);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new CannotStart(
      `The data folder ${folder} cannot be used: ${reasonOf(error)}. Set SCRIPTLINE_DATA_DIR to another one.`,
    );
  }
  return folder;
}

/** A folder outside every home, for root's servers: their user may not walk through /root. */
export function sharedFolder(user: ServerUser | undefined): string {
  try {
    mkdirSync(SHARED, { recursive: true, mode: 0o755 });
    chmodSync(SHARED, 0o755);
  } catch (error) {
    throw new CannotStart(
      `The folder ${SHARED} cannot be made: ${reasonOf(error)}. Move the checkout out of /root, or start as an ordinary user.`,
    );
  }
  if (mayEnter(user, SHARED)) return SHARED;
  throw new CannotStart(
    `The database's user may not enter ${SHARED}: move the checkout out of /root, or start as an ordinary user.`,
  );
}

/** The folder of the cluster: in the data folder, or, where the server's user may not go there, one of its own that the data folder remembers. */
export function clusterFolder(dataDir: string): string {
  const elsewhere = path.join(dataDir, 'postgres.elsewhere');
  return existsSync(elsewhere) ? readFileSync(elsewhere, 'utf8').trim() : path.join(dataDir, 'postgres');
}

/** Decides once where a new cluster goes. */
export function chooseClusterFolder(dataDir: string, user: ServerUser | undefined): string {
  if (mayEnter(user, dataDir)) return clusterFolder(dataDir);
  const folder = path.join(sharedFolder(user), `data-${randomBytes(6).toString('hex')}`);
  writeFileSync(path.join(dataDir, 'postgres.elsewhere'), `${folder}\n`);
  return folder;
}
