import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort } from '#scripts/embedded-postgres/port';
import { runningPostmaster } from '#scripts/embedded-postgres/postmaster';
import { testEnvironment } from '#scripts/testing/run-stage';

let dataDir: string;
let npm: ChildProcess;
const postmaster = () => runningPostmaster(path.join(dataDir, 'postgres'));

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'scriptline-start-'));
  chmodSync(dataDir, 0o755);
  // As a service manager or a container does it: npm is the process that it knows, and no terminal tells the others.
  npm = spawn('npm', ['start'], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    env: testEnvironment({ SCRIPTLINE_DATA_DIR: dataDir, SCRIPTLINE_DEMO: '1', PORT: String(await freePort()) }),
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  await said('Migrated the database');
});
afterEach(async () => {
  npm.kill('SIGKILL');
  await expect.poll(postmaster, { timeout: 20_000 }).toBeUndefined();
  rmSync(dataDir, { recursive: true, force: true });
});

test('a SIGTERM to npm itself stops everything before npm ends', async () => {
  expect(postmaster()).toBeDefined();
  const ended = new Promise((resolve) => npm.once('exit', resolve));
  npm.kill('SIGTERM');
  await ended;
  expect(postmaster()).toBeUndefined();
});

test('an npm that was killed leaves nothing running', async () => {
  expect(postmaster()).toBeDefined();
  npm.kill('SIGKILL');
  await expect.poll(postmaster, { timeout: 20_000 }).toBeUndefined();
});

function said(words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    npm.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      if (text.includes(words)) resolve();
    });
    npm.once('close', () => reject(new Error(`npm start ended early:\n${text}`)));
  });
}
