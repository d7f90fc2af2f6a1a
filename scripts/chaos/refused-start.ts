import { spawn } from 'node:child_process';
import path from 'node:path';
import { freePort } from '#scripts/embedded-postgres/port';
import { testEnvironment } from '#scripts/testing/run-stage';

const root = path.resolve(import.meta.dirname, '../..');
const patienceMs = 60_000;

export type Refused = { readonly code: number | null; readonly sentence: string };

/** `npm start` on a data folder, as it should not come up: its exit code and what it said to the person. One that comes up is stopped. */
export async function tryStart(dataDir: string, more: Readonly<Record<string, string>> = {}): Promise<Refused> {
  const port = String(await freePort());
  const env = testEnvironment({ SCRIPTLINE_DATA_DIR: dataDir, SCRIPTLINE_DEMO: '1', PORT: port, ...more });
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['scripts/start.ts'], {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let output = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
    const stop = () => child.kill('SIGTERM');
    child.once('message', stop);
    const patience = setTimeout(stop, patienceMs);
    child.once('close', (code) => {
      clearTimeout(patience);
      resolve({ code, sentence: output.trim() });
    });
  });
}

/** One line that ends as a sentence does, and no place in the code. */
export function isOneSentence({ code, sentence }: Refused, names: RegExp): boolean {
  return code === 1 && /^[^\n]+[.`]$/.test(sentence) && !/ at .*:\d+:\d+/.test(sentence) && names.test(sentence);
}
