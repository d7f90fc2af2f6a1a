import path from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#scripts/embedded-postgres/start';
import { keptLog } from './kept-log.ts';

export type KeptDatabase = { readonly url: string; readonly adminUrl: string; stop(): Promise<void> };

/** The embedded database, started again whenever its server is gone: it keeps its port, so that web and worker find it where it was. */
export async function keepDatabase(dataDir: string, log: (line: string) => void): Promise<KeptDatabase> {
  const options = { dataDir, log };
  let server: EmbeddedPostgres = await startEmbeddedPostgres(options);
  const logFile = keptLog(path.join(dataDir, 'postgres.log'));
  let restarting: Promise<void> | undefined;
  const restart = async () => {
    log('The database server is gone; starting it again.');
    server = await startEmbeddedPostgres(options).catch((error: Error) => {
      log(error.message);
      return server;
    });
  };
  const watch = setInterval(() => {
    if (restarting || server.isRunning()) return;
    restarting = restart().finally(() => {
      restarting = undefined;
    });
  }, 250);
  return {
    url: server.url,
    adminUrl: server.adminUrl,
    stop: async () => {
      clearInterval(watch);
      await restarting;
      await server.stop();
      logFile.stop();
    },
  };
}
