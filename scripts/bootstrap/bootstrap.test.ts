import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';

// Plain JavaScript without types, because it runs before anything is installed.
const load = (name: string) => import(path.join(import.meta.dirname, `${name}.mjs`));
const { explain } = await load('explain');
const { packagesInstalled } = await load('packages-installed');

describe('what is installed', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'scriptline-installed-'));
    write('package-lock.json', { '': {}, ...lock });
    write('node_modules/.package-lock.json', lock);
    for (const place of Object.keys(lock)) write(`${place}/package.json`, {});
    return () => rmSync(root, { recursive: true });
  });
  const lock = {
    'node_modules/a': { version: '1.0.0' },
    'node_modules/tool': { version: '1.0.0', dev: true },
  };
  const write = (file: string, packages: object) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), JSON.stringify({ packages }));
  };
  const installed = (dev = true) => packagesInstalled(root, { dev });

  test('everything that the lock file names is complete', () => {
    expect(installed()).toBe(true);
  });

  test.each([
    [
      'another version',
      () => write('node_modules/.package-lock.json', { ...lock, 'node_modules/a': { version: '0.9.0' } }),
    ],
    [
      'a package less',
      () => write('node_modules/.package-lock.json', { 'node_modules/tool': { version: '1.0.0', dev: true } }),
    ],
    ['a folder removed by hand', () => rmSync(path.join(root, 'node_modules/a'), { recursive: true })],
    ['an interrupted installation', () => rmSync(path.join(root, 'node_modules/.package-lock.json'))],
    ['no node_modules', () => rmSync(path.join(root, 'node_modules'), { recursive: true })],
  ])('%s is not', (_what, change) => {
    change();
    expect(installed()).toBe(false);
  });

  test('binaries of other platforms may be absent', () => {
    write('package-lock.json', { '': {}, ...lock, 'node_modules/b-darwin': { version: '1.0.0', optional: true } });
    expect(installed()).toBe(true);
  });

  test('an image that only serves may leave the tools out', () => {
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
    expect(installed(false)).toBe(true);
    expect(installed(true)).toBe(false);
  });
});

describe('a failed installation is one sentence', () => {
  test.each([
    ['npm error code ENOSPC\nnpm error nospc No space left on device', 'the disk is full.'],
    [
      'npm error code EAI_AGAIN\nnpm error request to https://registry.example/x failed',
      'the npm registry cannot be reached',
    ],
    [
      "npm error code ETARGET\nnpm error notarget No matching version found for 'thing@1.2.3'.",
      'the npm registry does not hold thing@1.2.3.',
    ],
    [
      "npm error code E404\nnpm error 404  'thing@1.2.3' is not in this registry.",
      'the npm registry does not hold thing@1.2.3.',
    ],
    [
      'npm error code EUSAGE\nnpm error `npm ci` can only install packages when your package.json and package-lock.json are in sync.',
      'npm run lock:complete',
    ],
    ['npm error code EACCES\nnpm error syscall mkdir', 'may not be written to'],
  ])('%s', (said, sentence) => {
    expect(explain(said)).toContain(sentence);
    expect(explain(said)).not.toContain('\n');
  });

  test('or npm’s own last lines where we don’t know it', () => {
    expect(explain('npm error something new')).toBe('npm said:\nnpm error something new');
  });
});
