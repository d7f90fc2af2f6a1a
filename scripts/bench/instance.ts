import path from 'node:path';
import { freePort } from '#scripts/embedded-postgres/port';
import { testEnvironment } from '#scripts/testing/run-stage';
import { signInOverHttp } from '#scripts/testing/sign-in-over-http';
import { begin, type Child } from './child.ts';
import type { Database, Server } from './server.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The product's own web process, built for production, on a database of the bench; workers as many as asked for. */
export type BenchInstance = {
  readonly baseUrl: string;
  readonly database: Database;
  readonly env: NodeJS.ProcessEnv;
  readonly web: Child;
  worker(): Promise<Child>;
  /** The `Cookie` header of somebody who signed in as anybody would. */
  signIn(email: string): Promise<string>;
  stop(): Promise<void>;
};

export async function benchInstance(server: Server, database: Database): Promise<BenchInstance> {
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const env = testEnvironment({
    ...{ NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), NEXTAUTH_URL: baseUrl, SCRIPTLINE_DEMO: '1' },
    ...{ DATABASE_URL: database.url, ENCRYPTION_KEY: server.encryptionKey, LOG_LEVEL: 'warn' },
    AUTH_SECRET: 'only-for-the-bench-0123456789',
  });
  const log = (name: string) => path.join(server.folder, `${database.name}-${name}.log`);
  const children: Child[] = [];
  const start = async (file: string, name: string) => {
    const child = begin([...profiling(name), path.join(root, file)], env, log(name));
    children.push(child);
    await child.told;
    return child;
  };
  const web = await start('server.ts', 'web');
  return {
    ...{ baseUrl, database, env, web },
    worker: () => start('worker.ts', `worker${children.length}`),
    signIn: (email) => signInOverHttp(baseUrl, email),
    stop: async () => {
      await Promise.all(children.map((child) => child.stop()));
    },
  };
}

/** `BENCH_PROFILE=<folder>` leaves a CPU profile of every process there. */
function profiling(name: string): readonly string[] {
  const folder = process.env['BENCH_PROFILE'];
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`, `--cpu-prof-name=${name}-${Date.now()}.cpuprofile`] : [];
}
