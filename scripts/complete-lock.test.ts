import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'scriptline-lock-'));
  return () => rmSync(folder, { recursive: true });
});

const file = () => path.join(folder, 'package-lock.json');
const write = (packages: object) => writeFileSync(file(), JSON.stringify({ packages }));
const read = () => JSON.parse(readFileSync(file(), 'utf8')).packages;
const run = (...args: string[]) =>
  spawnSync(process.execPath, [path.join(import.meta.dirname, 'complete-lock.mjs'), ...args, file()]);

const tool = {
  version: '2.0.0',
  dev: true,
  optionalDependencies: { '@tool/cli-linux-x64': '2.0.0', '@tool/cli-darwin-arm64': '2.0.0' },
};
const present = { version: '2.0.0', dev: true, optional: true, os: ['linux'], cpu: ['x64'] };
const holed = { 'node_modules/tool': tool, 'node_modules/@tool/cli-linux-x64': present };

test('a missing binary of another platform is added as npm would have written it, and nothing else changes', () => {
  write(holed);
  expect(run().status).toBe(0);
  expect(read()).toEqual({
    ...holed,
    'node_modules/@tool/cli-darwin-arm64': {
      version: '2.0.0',
      dev: true,
      optional: true,
      os: ['darwin'],
      cpu: ['arm64'],
    },
  });
});

test('checking fails on a hole, names it, and writes nothing', () => {
  write(holed);
  const { status, stderr } = run('--check');
  expect(status).toBe(1);
  expect(String(stderr)).toContain('@tool/cli-darwin-arm64');
  expect(read()).toEqual(holed);
});

test('a completed file passes the check', () => {
  write(holed);
  run();
  expect(run('--check').status).toBe(0);
});

test('what a nearer folder holds is not missing', () => {
  write({
    'node_modules/tool': { version: '2.0.0', optionalDependencies: { inner: '1.0.0' } },
    'node_modules/tool/node_modules/inner': { version: '1.0.0' },
  });
  expect(run('--check').status).toBe(0);
});

test('a range cannot be completed, and that is a failure', () => {
  write({ 'node_modules/tool': { version: '2.0.0', optionalDependencies: { inner: '^1.0.0' } } });
  expect(run().status).toBe(1);
});
