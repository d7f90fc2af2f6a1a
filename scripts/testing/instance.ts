import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readCredentials, writeCredentials } from '#scripts/embedded-postgres/credentials';
import { freePort } from '#scripts/embedded-postgres/port';
import { CannotStart } from '#scripts/launcher/cannot-start';
import { testEnvironment } from './run-stage.ts';

export type Instance = { readonly baseUrl: string; readonly dataDir: string; stop(): Promise<void> };

/** Names a data folder in which the demo was played, to the processes that start instances. */
export const playedDemoVariable = 'E2E_PLAYED_DEMO';

/** A data folder in which the demo was played and which nobody runs on; it goes when `remove` is called. */
export type PlayedDemo = { readonly dataDir: string; remove(): void };

/** Plays the demo once, so that every further instance begins with a copy of it. @throws CannotStart */
export async function playDemo(): Promise<PlayedDemo> {
  const dataDir = newDataDir();
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    const child = await startOn(dataDir, {});
    await child.stop();
    return { dataDir, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/**
 * `npm start` as anybody would type it, in demo mode, on a free port and a data folder of its own that goes when it stops. The folder begins as a
 * copy of the played demo, where there is one.
 * @throws CannotStart with the output of the start when it does not come up
 */
export async function startInstance(
  more: Readonly<Record<string, string>> = {},
  played = process.env[playedDemoVariable],
): Promise<Instance> {
  const dataDir = newDataDir();
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    if (played !== undefined) copyDemo(played, dataDir);
    const { baseUrl, stop } = await startOn(dataDir, more);
    return {
      ...{ baseUrl, dataDir },
      stop: async () => {
        await stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** The output of the web and worker processes of an instance, for the report of a failure. */
export function logsOf({ dataDir }: Instance): string {
  const logs = readdirSync(dataDir).filter((name) => name === 'web.log' || name === 'worker.log');
  return logs.map((name) => `── ${name}\n${readFileSync(path.join(dataDir, name), 'utf8').slice(-4_000)}`).join('\n');
}

function newDataDir(): string {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'scriptline-instance-'));
  chmodSync(dataDir, 0o755);
  return dataDir;
}

/** A database that lies elsewhere is not copied with its folder: then the instance plays the demo itself. */
function copyDemo(from: string, to: string): void {
  if (existsSync(path.join(from, 'postgres.elsewhere'))) return;
  // The server's files keep their owner.
  execFileSync('cp', ['-a', `${from}/.`, to]);
  // Two copies that start at the same moment would both wish for the port of the first.
  writeCredentials(to, { ...readCredentials(to), port: 0 });
}

async function startOn(
  dataDir: string,
  more: Readonly<Record<string, string>>,
): Promise<{ readonly baseUrl: string; stop(): Promise<void> }> {
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
  };
  try {
    return { baseUrl: await ready(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
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
