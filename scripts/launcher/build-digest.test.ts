import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { buildDigest } from './build-digest.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'scriptline-digest-'));
  write('prisma/schema.prisma', 'model A {}');
  write('lib/a.ts', '1');
  write('app/page.tsx', '2');
  return () => rmSync(root, { recursive: true });
});

const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};

test.each([
  ['a changed file', () => write('lib/a.ts', '3')],
  ['a new file', () => write('components/ui/button.tsx', '')],
  ['a removed file', () => rmSync(path.join(root, 'lib/a.ts'))],
  ['a changed schema', () => write('prisma/schema.prisma', 'model B {}')],
  ['a changed lock file', () => write('package-lock.json', '{}')],
  [
    'a byte moved from one file to the next',
    () => {
      write('lib/a.ts', '');
      write('lib/b.ts', '1');
    },
  ],
])('%s makes the build stale', (_what, change) => {
  const before = buildDigest(root);
  change();
  expect(buildDigest(root)).not.toBe(before);
});

test.each([
  ['nothing', () => undefined],
  ['a test', () => write('lib/a.test.ts', 'x')],
  ['the generated client', () => write('lib/db/generated/client.ts', 'x')],
  ['a script', () => write('scripts/bench.ts', 'x')],
])('%s does not', (_what, change) => {
  const before = buildDigest(root);
  change();
  expect(buildDigest(root)).toBe(before);
});
