import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildDigest } from './build-digest.ts';
import { CannotStart } from './cannot-start.ts';
import { step } from './progress.ts';
import { bin } from './run.ts';

const root = path.resolve(import.meta.dirname, '../..');
const stamp = path.join(root, '.next', 'scriptline-built-from');

/** Builds the pages when anything they are made of has changed since the last build that succeeded. */
export async function buildWhenStale(underway: (child: ChildProcess) => void = () => undefined): Promise<void> {
  const source = buildDigest(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === source) return;
  rmSync(stamp, { force: true });
  const { code, output } = await step('Building the pages (once; again only when the code changes)', () =>
    nextBuild(underway),
  );
  if (code !== 0) throw new CannotStart(`The pages could not be built:\n${output.trim()}`);
  writeFileSync(stamp, source);
}

function nextBuild(underway: (child: ChildProcess) => void): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(bin('next'), ['build'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    underway(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
