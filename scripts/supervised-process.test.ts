import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pauseAfter, type Supervised, supervise } from './supervised-process.ts';

let folder: string;
let running: Supervised | undefined;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'scriptline-process-'));
});
afterEach(async () => {
  await running?.stop(1_000);
  rmSync(folder, { recursive: true });
});

function begin(program: string, lines: string[] = []): string {
  const script = path.join(folder, 'program.mjs');
  const logFile = path.join(folder, 'program.log');
  writeFileSync(script, program);
  writeFileSync(logFile, 'of an earlier run\n');
  running = supervise({ name: 'test', args: [script], env: process.env, logFile, log: (line) => lines.push(line) });
  return logFile;
}

const pids = (logFile: string) => readFileSync(logFile, 'utf8').match(/\d+/g)?.map(Number) ?? [];
const alive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const stays = 'console.log(process.pid); setInterval(() => {}, 1000);';

test('a process that crashes is started again, and it is said', async () => {
  const lines: string[] = [];
  const logFile = begin('console.log(process.pid); process.exit(3)', lines);
  await expect.poll(() => pids(logFile).length, { timeout: 5_000 }).toBeGreaterThan(1);
  expect(lines[0]).toBe('The test process ended (code 3); starting it again in 0.25 s.');
  expect(running?.lastWords()).not.toContain('earlier');
});

test('a process that does not listen to being asked is killed, and not started again', async () => {
  const logFile = begin(`process.on('SIGTERM', () => {}); ${stays}`);
  await expect.poll(() => pids(logFile).length, { timeout: 5_000 }).toBe(1);
  await running?.stop(50);
  expect(pids(logFile).filter(alive)).toEqual([]);
});

test('a process ends by itself when its launcher is killed', async () => {
  const program = path.join(folder, 'child.mjs');
  writeFileSync(program, `process.on('disconnect', () => process.exit()); ${stays}`);
  const inner = `{ name: 'inner', args: ['${program}'], env: process.env, logFile: '${folder}/inner.log', log() {} }`;
  begin(
    `import { supervise } from '${import.meta.dirname}/supervised-process.ts'; console.log(process.pid); supervise(${inner});`,
  );
  await expect.poll(() => pidsOf('inner.log').length, { timeout: 5_000 }).toBe(1);
  const [child = 0] = pidsOf('inner.log');
  expect(alive(child)).toBe(true);
  for (const launcher of pidsOf('program.log')) process.kill(launcher, 'SIGKILL');
  await expect.poll(() => alive(child), { timeout: 5_000 }).toBe(false);
});

function pidsOf(name: string): number[] {
  try {
    return pids(path.join(folder, name));
  } catch {
    return [];
  }
}

test('the pauses grow from a quarter of a second and stay below a quarter of a minute', () => {
  expect([1, 2, 3, 7, 20].map(pauseAfter)).toEqual([250, 500, 1000, 15_000, 15_000]);
});
