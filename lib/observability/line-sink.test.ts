import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lineSink } from './line-sink.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'scriptline-sink-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('while the disk is full lines are dropped and counted; with room again the first line gives their number', () => {
  const file = path.join(folder, 'log');
  const [full, room] = [openSync('/dev/full', 'a'), openSync(file, 'a')];
  let fd = full;
  let dropped = 0;
  const sink = lineSink(
    () => fd,
    (lines) => {
      dropped += lines;
    },
  );
  for (let nth = 0; nth < 40; nth++) sink.write(`lost ${nth}\n`);
  expect(dropped).toBe(40);
  fd = room;
  sink.write('kept\n');
  sink.write('kept too\n');
  const [gap = '', ...kept] = readFileSync(file, 'utf8').trim().split('\n');
  expect(JSON.parse(gap)).toMatchObject({ level: 'warn', msg: 'log.lines-dropped', count: 40 });
  expect(kept).toEqual(['kept', 'kept too']);
  for (const one of [full, room]) closeSync(one);
});

test('a reader that does not read blocks nobody: some lines wait for it, the others are dropped', async () => {
  const pipe = path.join(folder, 'pipe');
  execFileSync('/usr/bin/mkfifo', [pipe]);
  const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
  const writer = openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
  let dropped = 0;
  const sink = lineSink(
    () => writer,
    (lines) => {
      dropped += lines;
    },
  );
  const lines = 3_000;
  for (let nth = 0; nth < lines; nth++) sink.write(`${String(nth).padStart(999, '.')}\n`);
  expect(dropped).toBeGreaterThan(1_000);
  const waiting = lines - dropped;
  let came = '';
  const read = () => {
    came += readAvailable(reader);
    return came.split('\n').length - 1;
  };
  await expect.poll(read, { timeout: 10_000 }).toBe(waiting);
  sink.write('after\n');
  came += readAvailable(reader);
  expect(came).toContain(`"count":${dropped},"msg":"log.lines-dropped"}\nafter\n`);
  for (const fd of [reader, writer]) closeSync(fd);
});

test('a reader that is gone blocks nobody either', () => {
  const pipe = path.join(folder, 'pipe');
  execFileSync('/usr/bin/mkfifo', [pipe]);
  const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
  const writer = openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
  closeSync(reader);
  let dropped = 0;
  const sink = lineSink(
    () => writer,
    (lines) => {
      dropped += lines;
    },
  );
  sink.write('to nobody\n');
  expect(dropped).toBe(1);
  closeSync(writer);
});

function readAvailable(fd: number): string {
  const piece = Buffer.alloc(65_536);
  try {
    return piece.toString('utf8', 0, readSync(fd, piece));
  } catch {
    return '';
  }
}
