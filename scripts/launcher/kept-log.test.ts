import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type KeptLog, keptLog, openToAppend } from './kept-log.ts';

let folder: string;
let file: string;
let keptFile: KeptLog | undefined;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'scriptline-log-'));
  file = path.join(folder, 'web.log');
});
afterEach(() => {
  keptFile?.stop();
  rmSync(folder, { recursive: true });
});

test('a log that grows while it is written is begun anew; two older ones stand beside it, no more', async () => {
  keptFile = keptLog(file, { mostBytes: 1_000, everyMs: 5 });
  for (const letter of ['a', 'b', 'c', 'd']) {
    appendFileSync(file, `${letter.repeat(2_000)}\n`);
    await expect.poll(() => statSync(file).size).toBe(0);
  }
  appendFileSync(file, 'the last word\n');
  expect(readdirSync(folder).toSorted()).toEqual(['web.log', 'web.log.1', 'web.log.2']);
  expect(readFileSync(`${file}.1`, 'utf8')).toMatch(/^d+\n$/);
  expect(readFileSync(`${file}.2`, 'utf8')).toMatch(/^c+\n$/);
  expect(keptFile.lastWords()).toBe('the last word');
});

test('of an earlier run nothing is said again', () => {
  appendFileSync(file, 'of an earlier run\n');
  keptFile = keptLog(file);
  expect(keptFile.lastWords()).toBe('');
  appendFileSync(file, 'of this one\n');
  expect(keptFile.lastWords()).toBe('of this one');
});

test('a log that cannot be kept or opened stops nobody', () => {
  keptFile = keptLog(path.join(folder, 'nowhere', 'web.log'));
  expect(keptFile.lastWords()).toBe('');
  expect(openToAppend(path.join(folder, 'nowhere', 'web.log'))).toBe('ignore');
  expect(existsSync(path.join(folder, 'nowhere'))).toBe(false);
});
