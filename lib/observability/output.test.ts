import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';

let child: ChildProcess | undefined;
afterEach(() => child?.kill('SIGKILL'));

// A server like ours: it logs at each request, by our log and by the console, and reports the number of lost lines.
const program = `
import { createServer } from 'node:http';
import { makeLogger } from '${path.join(import.meta.dirname, 'log.ts')}';
import { droppedLines, neverWaitForOutput } from '${path.join(import.meta.dirname, 'output.ts')}';
neverWaitForOutput();
const logger = makeLogger('info');
process.on('uncaughtException', (error) => console.error(error));
const server = createServer((request, response) => {
  logger.warn({ path: request.url }, 'asked');
  console.log('asked'); console.error('asked', 'x'.repeat(10_000));
  if (request.url === '/throw') setImmediate(() => { throw new Error('of nobody'); });
  response.end(String(droppedLines()));
});
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
process.on('SIGTERM', () => { server.close(() => process.exit(0)); server.closeAllConnections(); });
`;

/** The process with its output to this file descriptor, or to a pipe that nobody reads; answers its address. */
async function start(output: number | 'pipe'): Promise<string> {
  const args = ['--input-type=module', '--eval', program];
  const cwd = path.resolve(import.meta.dirname, '../..');
  const started = spawn(process.execPath, args, { cwd, stdio: ['ignore', output, output, 'ipc'] });
  child = started;
  started.stdout?.pause();
  started.stderr?.pause();
  const port = await new Promise<unknown>((resolve, reject) => {
    started.once('message', resolve).once('exit', (code) => reject(new Error(`ended early with ${code}`)));
  });
  return `http://127.0.0.1:${port}`;
}

async function ends(): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => child?.once('exit', resolve));
  child?.kill('SIGTERM');
  return ended;
}

const ask = async (url: string) => Number(await (await fetch(url)).text());

test('a process whose log cannot be written goes on answering, counts the lost lines, and ends on a signal', async () => {
  const full = openSync('/dev/full', 'a');
  const address = await start(full);
  closeSync(full);
  for (let nth = 0; nth < 50; nth++) await ask(`${address}/throw`);
  expect(await ask(address)).toBeGreaterThan(100);
  expect(await ends()).toBe(0);
});

test('a process whose log nobody reads goes on answering, and ends on a signal', async () => {
  const address = await start('pipe');
  for (let nth = 0; nth < 400; nth++) await ask(`${address}/`);
  expect(await ask(address)).toBeGreaterThan(0);
  expect(await ends()).toBe(0);
});

test('a process whose reader is gone goes on answering, and ends on a signal', async () => {
  const address = await start('pipe');
  child?.stdout?.destroy();
  child?.stderr?.destroy();
  for (let nth = 0; nth < 50; nth++) await ask(`${address}/`);
  expect(await ask(address)).toBeGreaterThan(0);
  expect(await ends()).toBe(0);
});
