import path from 'node:path';
import { letServe } from '#prisma/let-serve';
import { migrate } from '#prisma/migrate';
import { makeDataFolder } from '#scripts/embedded-postgres/cluster-folder';
import { isPortFree } from '#scripts/embedded-postgres/port';
import { CannotStart, reasonOf } from './cannot-start.ts';
import { checkClosedDemo, hasEvents, playDemo, seed } from './demo.ts';
import { beginDemo, demoBegun, endDemo } from './demo-begun.ts';
import { demoSecrets } from './demo-secrets.ts';
import { refuseFullDisk } from './disk-room.ts';
import { type Environment, localAddress, readEnvironment } from './environment.ts';
import { generateClient } from './generate.ts';
import { keepDatabase } from './kept-database.ts';
import { checkOutsideDatabase } from './outside-database.ts';
import { refusePublicDemo } from './public-demo.ts';
import { untilReady } from './ready.ts';
import { forgetRunningInstance, refuseSecondInstance, writeRunningInstance } from './running-instance.ts';
import { checkSealedSecrets } from './sealed-secrets.ts';
import { startOnStack, stopIfDisposed } from './start-on-stack.ts';
import { supervise } from './supervised-process.ts';

const root = path.resolve(import.meta.dirname, '../..');
const STOP_PATIENCE_MS = 8_000;

export type Launched = { readonly address: string; readonly demo: boolean; readonly logs: string | undefined };

/** The differences between `npm start` and `npm run dev`. */
export type Mode = {
  readonly nodeEnv: 'production' | 'development';
  /** The work before the web process can start; the stack takes everything to stop when the person aborts in between. */
  prepare(stack: AsyncDisposableStack): Promise<void>;
};

const log = (line: string) => console.log(line);

/**
 * Brings everything up in order. What it starts it puts on `stack`, which takes it all down again in the reverse order, whenever that is asked.
 * The quick checks come first, the long work after them.
 */
export async function launch(mode: Mode, stack: AsyncDisposableStack): Promise<Launched> {
  const environment = readEnvironment(process.env, root);
  refusePublicDemo(environment);
  const dataDir = makeDataFolder(environment.dataDir);
  refuseSecondInstance(dataDir);
  if (!(await isPortFree(environment.port, environment.host))) {
    throw new CannotStart(
      `Port ${environment.port} of ${environment.host} is taken by another program: set PORT to a free one.`,
    );
  }
  if (environment.outside) await checkOutsideDatabase(environment.outside);
  else refuseFullDisk(dataDir);
  const address = localAddress(environment.host, environment.port);

  await generateClient();
  const database =
    environment.outside ??
    (await startOnStack(
      stack,
      () => keepDatabase(dataDir, log),
      (kept) => kept.stop(),
    ));
  writeRunningInstance(dataDir, { pid: process.pid, address, databaseUrl: database.url });
  stack.defer(() => forgetRunningInstance(dataDir));
  Object.assign(process.env, variables(environment, database, mode));
  await checkApplicationEnvironment();

  const applied = await migrate(database.adminUrl);
  await letServe(database.adminUrl, database.url);
  if (applied.length > 0) log(`Migrated the database: ${applied.join(', ')}`);
  const fresh = environment.demo && !(await hasEvents(database.url));
  if (!environment.demo) await checkClosedDemo(database.url);
  await checkSealedSecrets(database.url);
  if (environment.demo) await seed(database.url);
  await mode.prepare(stack);

  const logs = environment.outside ? undefined : dataDir;
  const begin = (name: string, args: string[], reload = false) =>
    supervise({ name, args, env: process.env, log, logFile: logs && path.join(logs, `${name}.log`), reload });
  const processes = await startOnStack(
    stack,
    // In development Next takes up by itself what its pages and routes import; the worker has nobody else to start it again.
    () => ({
      worker: begin('worker', ['worker.ts'], mode.nodeEnv === 'development'),
      web: begin('web', ['server.ts']),
    }),
    async (running) => {
      await Promise.all(Object.values(running).map((one) => one.stop(STOP_PATIENCE_MS)));
    },
  );
  await untilReady(address, processes, () => stopIfDisposed(stack));
  const began = environment.demo ? demoBegun(dataDir) : null;
  if (fresh || began !== null) {
    const now = began ?? new Date();
    beginDemo(dataDir, now);
    await playDemo(address, now);
    endDemo(dataDir);
  }
  return { address: environment.publicUrl, demo: environment.demo, logs };
}

/** The environment of the web and worker processes, and of the seed. */
function variables(
  asked: Environment,
  database: { url: string; adminUrl: string },
  mode: Mode,
): Record<string, string> {
  const secrets = asked.demo ? demoSecrets(asked.dataDir) : undefined;
  const { authSecret = secrets?.AUTH_SECRET, encryptionKey = secrets?.ENCRYPTION_KEY } = asked;
  return {
    NODE_ENV: mode.nodeEnv,
    NEXT_TELEMETRY_DISABLED: '1',
    HOST: asked.host,
    PORT: String(asked.port),
    NEXTAUTH_URL: asked.publicUrl,
    CANARY_URL: process.env['CANARY_URL'] || localAddress(asked.host, asked.port),
    DATABASE_URL: database.url,
    SCRIPTLINE_DEMO: asked.demo ? '1' : '0',
    ...(authSecret && { AUTH_SECRET: authSecret }),
    ...(encryptionKey && { ENCRYPTION_KEY: encryptionKey }),
  };
}

/** The application's own reading of the same environment: better refused here than in three processes. */
async function checkApplicationEnvironment(): Promise<void> {
  const { env } = await import('#lib/env');
  try {
    env();
  } catch (error) {
    throw new CannotStart(reasonOf(error));
  }
}
