import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';

/** A Node process of the bench's own: it ends with us, and can be paused without losing its warmth. */
export type Child = {
  readonly pid: number;
  /** Resolves with the first message that it sends. */
  readonly told: Promise<unknown>;
  pause(): void;
  resume(): void;
  /** Resident memory in megabytes; NaN where the system does not tell. */
  memoryMb(): number;
  stop(): Promise<void>;
};

export function begin(args: readonly string[], env: NodeJS.ProcessEnv, logFile: string): Child {
  const output = openSync(logFile, 'a');
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', output, output, 'ipc'] });
  closeSync(output);
  // The folder may have been taken away under us.
  const words = () =>
    (existsSync(logFile) ? readFileSync(logFile, 'utf8') : '').trim().split('\n').slice(-12).join('\n');
  const stopped = new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}:\n${words()}`)));
  });
  stopped.catch(() => undefined);
  const pid = child.pid ?? 0;
  return {
    pid,
    told: stopped,
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    memoryMb: () => memoryOf(pid),
    stop: () => ended(child),
  };
}

function memoryOf(pid: number): number {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return Number.NaN;
  }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), 8_000);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGCONT');
    child.kill('SIGTERM');
  });
}
