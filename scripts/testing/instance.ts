import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CannotStart } from '#scripts/cannot-start';
import { freePort } from '#scripts/embedded-postgres/port';
import { testEnvironment } from './run-stage.ts';

export type Instance = { readonly baseUrl: string; readonly dataDir: string; stop(): Promise<void> };

/**
 * `npm start` as anybody would type it, in demo mode, on a free port and a data folder of its own that goes when it stops.
 * @throws CannotStart with what it said when it does not come up
 */
export async function startInstance(more: Readonly<Record<string, string>> = {}): Promise<Instance> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'scriptline-instance-'));
  chmodSync(dataDir, 0o755);
  const env = testEnvironment({
    SCRIPTLINE_DATA_DIR: dataDir,
    SCRIPTLINE_DEMO: '1',
    PORT: String(await freePort()),
    // The address at which journeys run a clinic's own system; loopback by its number stays refused.
    OUTBOUND_ALLOW_HOSTS: 'localhost',
    ...more,
  });
  const child = spawn(process.execPath, [path.resolve(import.meta.dirname, '../start.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  // Stopped ourselves, also while it is still starting, we leave nothing behind.
  const pass = () => child.kill('SIGTERM');
  process.on('SIGTERM', pass).on('SIGINT', pass);
  const stop = async () => {
    await ended(child);
    process.off('SIGTERM', pass).off('SIGINT', pass);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    return { baseUrl: await ready(child), dataDir, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The output of an instance's web and worker processes, for the report of a failure. */
export function logsOf({ dataDir }: Instance): string {
  const logs = readdirSync(dataDir).filter((name) => name === 'web.log' || name === 'worker.log');
  return logs.map((name) => `── ${name}\n${readFileSync(path.join(dataDir, name), 'utf8').slice(-4_000)}`).join('\n');
}

function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('message', (message) => resolve(String(Reflect.get(Object(message), 'ready'))));
    child.once('close', () =>
      reject(new CannotStart(`The instance for the journeys did not start:\n${output.trim()}`)),
    );
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
