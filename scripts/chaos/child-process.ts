import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CannotStart } from '#scripts/launcher/cannot-start';

const root = path.resolve(import.meta.dirname, '../..');

export type Ended = { readonly code: number | null; readonly signal: string | null; readonly ms: number };

/** The web or worker process as the launcher starts it, without the launcher's pauses between crashes. */
export type Running = {
  readonly pid: number;
  readonly child: ChildProcess;
  readonly ended: Promise<void>;
  /** Ends it and answers how it went. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<Ended>;
};

export type Start = {
  readonly script: 'server.ts' | 'worker.ts';
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** The target of its output in place of the log file: a full disk. */
  readonly output?: string | undefined;
  /** Modules that go before the script: a shifted clock, a probe. */
  readonly preload?: readonly string[];
};

/**
 * Starts a process and waits until it says that it is ready.
 * @throws CannotStart with the end of its log
 */
export async function startProcess({ script, env, logFile, output, preload = [] }: Start): Promise<Running> {
  const log = openSync(output ?? logFile, 'a');
  const args = [...preload.flatMap((module) => ['--import', path.join(import.meta.dirname, module)]), script];
  const child = spawn(process.execPath, args, { cwd: root, env, detached: true, stdio: ['ignore', log, log, 'ipc'] });
  closeSync(log);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = new Promise<boolean>((resolve) => {
    const hear = (message: unknown) => {
      if (message !== 'listening' && message !== 'ready') return;
      child.off('message', hear);
      resolve(true);
    };
    child.on('message', hear);
    void ended.then(() => resolve(false));
  });
  if (!(await ready) || child.pid === undefined) {
    throw new CannotStart(`${script} does not start:\n${readFileSync(logFile, 'utf8').slice(-2_000)}`);
  }
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<Ended> => {
    const began = performance.now();
    child.kill(signal);
    await ended;
    return { code: child.exitCode, signal: child.signalCode, ms: performance.now() - began };
  };
  return { pid: child.pid, child, ended, end };
}
