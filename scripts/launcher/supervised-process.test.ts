import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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

function begin(program: string, lines: string[] = [], reload = false): string {
  const script = path.join(folder, 'program.mjs');
  const logFile = path.join(folder, 'program.log');
  writeFileSync(script, program);
  writeFileSync(logFile, 'of an earlier run\n');
  const log = (line: string) => lines.push(line);
  running = supervise({ name: 'test', args: [script], env: process.env, logFile, log, reload });
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

describe('a process that reloads', () => {
  const meaning = () => path.join(folder, 'meaning.ts');
  const mean = (word: string) => writeFileSync(meaning(), `export const word: string = '${word}';`);
  const program = `import { word } from './meaning.ts'; console.log(word, process.pid); process.send('ready');
    process.on('SIGTERM', () => process.exit()); setInterval(() => {}, 1000);`;
  const saysInTheEnd = (logFile: string, word: string) =>
    expect.poll(() => readFileSync(logFile, 'utf8'), { timeout: 20_000 }).toContain(word);

  test('is started again with the new code when a file that it imports is saved, and the old one is gone', async () => {
    mean('before');
    const logFile = begin(program, [], true);
    await saysInTheEnd(logFile, 'before');
    mean('after');
    await saysInTheEnd(logFile, 'after');
    expect(pids(logFile).map(alive)).toEqual([false, true]);
    await running?.stop(5_000);
    expect(pids(logFile).map(alive)).toEqual([false, false]);
  });

  test('is left alone when a file beside its own is saved', async () => {
    mean('before');
    const logFile = begin(program, [], true);
    await saysInTheEnd(logFile, 'before');
    writeFileSync(path.join(folder, 'other.ts'), '');
    mean('after');
    await saysInTheEnd(logFile, 'after');
    expect(pids(logFile)).toHaveLength(2);
  });

  test('shows why it does not load, waits, and goes on with the next save', async () => {
    mean('before');
    const lines: string[] = [];
    const logFile = begin(program, lines, true);
    await saysInTheEnd(logFile, 'before');
    writeFileSync(meaning(), 'export const word = = 1;');
    await expect.poll(() => lines.at(-1), { timeout: 20_000 }).toContain('it starts again when a file is saved');
    expect(lines.at(-1)).toMatch(/SyntaxError|Expression expected/);
    mean('after');
    await saysInTheEnd(logFile, 'after');
  });
});

test('the pauses grow from a quarter of a second and stay below a quarter of a minute', () => {
  expect([1, 2, 3, 7, 20].map(pauseAfter)).toEqual([250, 500, 1000, 15_000, 15_000]);
});
