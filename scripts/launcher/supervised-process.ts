import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { keptLog, openToAppend } from './kept-log.ts';
import { watchImports } from './watched-imports.ts';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 15_000;
/** One that ran this long was healthy: the next crash begins with a short pause again. */
const HEALTHY_AFTER_MS = 10_000;
/** The line that cannot be read is printed above the stack. */
const WHOLE_ERROR_LINES = 24;
/** Whoever saved a file waits for it: what was not finished is taken up by the next process, as after a crash. */
const PATIENCE_FOR_NEW_CODE_MS = 1_000;
const reportImports = ['--import', import.meta.resolve('./report-imports.ts')];

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
  /** For development: it is replaced when a file that it imports changes. It has to send `ready` once it has loaded. */
  readonly reload?: boolean;
};

/**
 * Keeps a Node process running: one that crashes is started again, with growing pauses. It gets a process group of its own, so that Ctrl-C reaches
 * the launcher only, and a channel to it: when the launcher is killed the channel closes and the process ends by itself. One that reloads and cannot
 * even load its code waits for the next change instead.
 */
export function supervise(options: ProcessOptions): Supervised {
  let child: ChildProcess | undefined;
  let again: NodeJS.Timeout | undefined;
  let crashes = 0;
  let state: 'running' | 'replacing' | 'stopping' = 'running';
  const kept = options.logFile ? keptLog(options.logFile) : undefined;
  const imports = options.reload ? watchImports(() => void replace()) : undefined;

  const begin = () => {
    const began = Date.now();
    let loaded = false;
    const started = start(options);
    child = started;
    started.on('message', (message) => {
      if (message === 'ready') loaded = true;
      imports?.add(message);
    });
    started.once('exit', (code, signal) => {
      child = undefined;
      if (state !== 'running') return;
      crashes = Date.now() - began > HEALTHY_AFTER_MS ? 1 : crashes + 1;
      const ended = `The ${options.name} process ended (${signal ?? `code ${code}`})`;
      if (imports && !loaded)
        return options.log(
          `${ended}; it starts again when a file is saved.\n${kept?.lastWords(WHOLE_ERROR_LINES) ?? ''}`,
        );
      const pause = pauseAfter(crashes);
      options.log(`${ended}; starting it again in ${pause / 1000} s.`);
      again = setTimeout(begin, pause);
    });
  };

  async function replace(): Promise<void> {
    if (state !== 'running') return;
    state = 'replacing';
    clearTimeout(again);
    options.log(`A file of the ${options.name} process changed: starting it again.`);
    if (child) await end(child, PATIENCE_FOR_NEW_CODE_MS);
    if (hasStopped()) return;
    state = 'running';
    begin();
  }

  const hasStopped = () => state === 'stopping';
  begin();

  return {
    crashes: () => crashes,
    lastWords: () => kept?.lastWords() ?? '',
    stop: async (patienceMs) => {
      state = 'stopping';
      clearTimeout(again);
      imports?.stop();
      if (child) await end(child, patienceMs);
      kept?.stop();
    },
  };
}

/** 0.25 s, doubling to 15 s. */
export function pauseAfter(crashes: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** (crashes - 1), LONGEST_PAUSE_MS);
}

function start({ args, env, logFile, reload }: ProcessOptions): ChildProcess {
  const output = logFile ? openToAppend(logFile) : 'inherit';
  const child = spawn(process.execPath, [...(reload ? reportImports : []), ...args], {
    env,
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  });
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
