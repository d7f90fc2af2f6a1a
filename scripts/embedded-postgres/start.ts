import { existsSync } from 'node:fs';
import path from 'node:path';
import { binaries } from './binaries.ts';
import { chooseClusterFolder, clusterFolder, makeDataFolder } from './cluster-folder.ts';
import { newCredentials, readCredentials, writeCredentials } from './credentials.ts';
import { initCluster, refuseOtherVersion } from './init-cluster.ts';
import { freePort } from './port.ts';
import { runningPostmaster, type StopMode, stopPostmaster } from './postmaster.ts';
import { makeRoleAndDatabase, superuserUrlOf, urlOf } from './roles.ts';
import { runServer } from './run-server.ts';
import { serverUser } from './server-user.ts';

export type EmbeddedPostgres = {
  /** For serving: the role `scriptline`, bound by row-level security. */
  readonly url: string;
  /** For migrating: the owner of the database, here the same role. */
  readonly adminUrl: string;
  /** For making throw-away databases in tests; nothing of the product uses it. */
  readonly superuserUrl: string;
  isRunning(): boolean;
  stop(mode?: StopMode): Promise<void>;
};

export type EmbeddedPostgresOptions = {
  readonly dataDir: string;
  readonly log: (line: string) => void;
  readonly durable?: boolean;
};

/**
 * A PostgreSQL 18 server of our own on a port of 127.0.0.1, made on the first start and kept between starts.
 * A server left behind by a killed run is stopped and its database taken over.
 * @throws CannotStart with the reason in one sentence
 */
export async function startEmbeddedPostgres({
  dataDir,
  log,
  durable = true,
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = makeDataFolder(dataDir);
  const user = serverUser(clusterFolder(folder));
  const programs = binaries(user);
  const cluster = prepareCluster(folder, user, programs, log);
  const known = readCredentials(folder);
  if (runningPostmaster(cluster) !== undefined) {
    log('A database server of an earlier run is still there; taking it over.');
    await stopPostmaster(cluster);
  }
  const port = await freePort(known.port);
  if (port !== known.port) writeCredentials(folder, { ...known, port });
  const superuserUrl = superuserUrlOf(port, known.superuserPassword);
  await runServer(programs, { cluster, port, user, durable, logFile: path.join(folder, 'postgres.log') }, superuserUrl);
  const stop = (mode?: StopMode) => stopPostmaster(cluster, mode);
  try {
    await makeRoleAndDatabase(superuserUrl, known.password);
  } catch (error) {
    await stop();
    throw error;
  }
  const url = urlOf(port, known.password);
  return { url, adminUrl: url, superuserUrl, stop, isRunning: () => runningPostmaster(cluster) !== undefined };
}

function prepareCluster(
  folder: string,
  user: ReturnType<typeof serverUser>,
  programs: ReturnType<typeof binaries>,
  log: (line: string) => void,
): string {
  const existing = clusterFolder(folder);
  if (existsSync(existing)) {
    refuseOtherVersion(existing);
    return existing;
  }
  const cluster = chooseClusterFolder(folder, user);
  const credentials = newCredentials();
  writeCredentials(folder, credentials);
  log(`Making the database in ${cluster}`);
  initCluster(cluster, programs, user, credentials.superuserPassword);
  return cluster;
}
