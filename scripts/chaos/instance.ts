import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate } from '#prisma/migrate';
import { seedDemo } from '#prisma/seed';
import { freePort } from '#scripts/embedded-postgres/port';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#scripts/embedded-postgres/start';
import { emptyLedger } from '#scripts/testing/empty-ledger';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { testEnvironment } from '#scripts/testing/run-stage';
import { type Running, startProcess } from './child-process.ts';

export const metricsToken = 'chaos-metrics-token';

/** A real instance of its own: database, web and worker as separate processes, on a data folder that goes with it. */
export type ChaosInstance = {
  readonly address: string;
  readonly databaseUrl: string;
  readonly everyone: () => Everyone;
  web: Running;
  worker: Running;
  startWeb(preload?: readonly string[], more?: Readonly<Record<string, string>>, output?: string): Promise<Running>;
  startWorker(preload?: readonly string[], more?: Readonly<Record<string, string>>, output?: string): Promise<Running>;
  /** Crashes the database server and starts it again; answers when it accepts connections. */
  restartDatabase(downMs?: number): Promise<void>;
  /** Forgets all events and what was made from them. */
  empty(): Promise<void>;
  /** Everything that web, worker and database wrote so far. */
  logs(): string;
  workerLog(): string;
  stop(): Promise<void>;
};

export async function startChaosInstance(): Promise<ChaosInstance> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'scriptline-chaos-'));
  chmodSync(dataDir, 0o755);
  const options = { dataDir, durable: true, log: () => undefined };
  let server: EmbeddedPostgres = await startEmbeddedPostgres(options);
  await migrate(server.adminUrl);
  const encryptionKey = randomBytes(32).toString('base64');
  await seedDemo(server.url, encryptionKey);
  let everyone = await lookAtEveryone(server.url);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const env = testEnvironment({
    ...{ NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), NEXTAUTH_URL: address },
    ...{ DATABASE_URL: server.url, SCRIPTLINE_DEMO: '1', ENCRYPTION_KEY: encryptionKey },
    ...{ AUTH_SECRET: randomBytes(24).toString('hex'), METRICS_TOKEN: metricsToken, INGEST_RETRY_BASE_SECONDS: '1' },
  });
  const begin = (
    script: 'server.ts' | 'worker.ts',
    preload: readonly string[],
    more: Readonly<Record<string, string>>,
    output?: string,
  ) =>
    startProcess({ script, preload, env: { ...env, ...more }, logFile: path.join(dataDir, `${script}.log`), output });
  const startWeb = (preload: readonly string[] = [], more = {}, output?: string) =>
    begin('server.ts', preload, more, output);
  const startWorker = (preload: readonly string[] = [], more = {}, output?: string) =>
    begin('worker.ts', preload, more, output);
  const read = (name: string) => readFileSync(path.join(dataDir, name), 'utf8');

  const [web, worker] = await Promise.all([startWeb(), startWorker()]);
  const instance: ChaosInstance = {
    ...{ address, databaseUrl: server.url, web, worker, startWeb, startWorker },
    everyone: () => everyone,
    restartDatabase: async (downMs = 0) => {
      await everyone.close().catch(() => undefined);
      await server.stop('immediate');
      await new Promise((resume) => setTimeout(resume, downMs));
      server = await startEmbeddedPostgres(options);
      everyone = await lookAtEveryone(server.url);
    },
    empty: () => emptyLedger(everyone),
    logs: () =>
      readdirSync(dataDir)
        .filter((name) => name.endsWith('.log'))
        .map(read)
        .join('\n'),
    workerLog: () => read('worker.ts.log'),
    stop: async () => {
      await Promise.all([instance.web.end('SIGTERM'), instance.worker.end('SIGTERM')]);
      await everyone.close().catch(() => undefined);
      await server.stop('immediate');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return instance;
}
