import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { keptLog, openToAppend } from './kept-log.ts';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 15_000;
/** One that ran this long was healthy: the next crash begins with a short pause again. */
const HEALTHY_AFTER_MS = 10_000;

export type Supervised = {
  /** Crashes since it was last healthy. */
  crashes(): number;
  /** The end of what it wrote, for a sentence about why it died. Empty when it writes to the terminal. */
  lastWords(): string;
  /** Asks it to stop, kills it when it does not. */
  stop(patienceMs: number): Promise<void>;
};

export type ProcessOptions = {
  readonly name: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** The target of its output; `undefined`: the terminal. */
  readonly logFile: string | undefined;
  readonly log: (line: string) => void;
};

/**
 * Keeps a Node process running: one that crashes is started again, with growing pauses. It gets a process group of its own, so that Ctrl-C reaches
 * the launcher only, and a channel to it: when the launcher is killed the channel closes and the process ends by itself.
 */
export function supervise(options: ProcessOptions): Supervised {
  let child: ChildProcess | undefined;
  let again: NodeJS.Timeout | undefined;
  let crashes = 0;
  let stopping = false;
  const output = options.logFile ? keptLog(options.logFile) : undefined;

  const begin = () => {
    const began = Date.now();
    const started = start(options);
    child = started;
    started.once('exit', (code, signal) => {
      child = undefined;
      if (stopping) return;
      crashes = Date.now() - began > HEALTHY_AFTER_MS ? 1 : crashes + 1;
      const pause = pauseAfter(crashes);
      options.log(
        `The ${options.name} process ended (${signal ?? `code ${code}`}); starting it again in ${pause / 1000} s.`,
      );
      again = setTimeout(begin, pause);
    });
  };
  begin();

  return {
    crashes: () => crashes,
    lastWords: () => output?.lastWords() ?? '',
    stop: async (patienceMs) => {
      stopping = true;
      clearTimeout(again);
      if (child) await end(child, patienceMs);
      output?.stop();
    },
  };
}

/** 0.25 s, doubling to 15 s. */
export function pauseAfter(crashes: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** (crashes - 1), LONGEST_PAUSE_MS);
}

function start({ args, env, logFile }: ProcessOptions): ChildProcess {
  const output = logFile ? openToAppend(logFile) : 'inherit';
  const child = spawn(process.execPath, args, { env, detached: true, stdio: ['ignore', output, output, 'ipc'] });
  if (typeof output === 'number') closeSync(output);
  child.on('error', () => undefined);
  return child;
}

function end(child: ChildProcess, patienceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
