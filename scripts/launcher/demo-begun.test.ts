import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { demoDay } from '#scripts/simulate/demo-day';
import { beginDemo, demoBegun, endDemo } from './demo-begun.ts';
import { samplesUntil } from './demo-play.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'scriptline-begun-'));
afterEach(() => endDemo(folder));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

test('a play that was interrupted is under way until its end, from the moment it began at', () => {
  expect(demoBegun(folder)).toBeNull();
  const at = new Date('2026-11-12T08:00:00.123Z');
  beginDemo(folder, at);
  expect(demoBegun(folder)).toEqual(at);
  endDemo(folder);
  expect(demoBegun(folder)).toBeNull();
});

test('a file that tells no moment is no play', () => {
  writeFileSync(path.join(folder, 'demo-begun'), 'sometime');
  expect(demoBegun(folder)).toBeNull();
});

test('played twice from one moment, every event is the same one again, to the last byte', () => {
  const played = () => {
    const now = new Date('2026-11-12T08:00:00.000Z');
    return [...samplesUntil(now), ...demoDay(now)].map(({ deliveries }) => JSON.stringify(deliveries));
  };
  expect(played()).toEqual(played());
});
