import { createServer, type ServerResponse } from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import { type LiveStatus, openLive } from './change-stream.ts';

/** Node has no EventSource; this reads the real stream of a real server the way a browser does, and stops at anything else. */
class StreamReader extends EventTarget {
  readonly #stop = new AbortController();

  constructor(url: string) {
    super();
    void this.#read(url).catch(() => this.dispatchEvent(new Event('error')));
  }

  close(): void {
    this.#stop.abort();
  }

  async #read(url: string): Promise<void> {
    const response = await fetch(url, { signal: this.#stop.signal });
    if (response.status !== 200 || !response.body) throw new Error('not a stream');
    this.dispatchEvent(new Event('open'));
    let text = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const messages = text.split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages) {
        const [, name = 'message', data = ''] = /^event: (.*)\ndata: (.*)$/.exec(message) ?? [];
        this.dispatchEvent(new MessageEvent(name, { data }));
      }
    }
    throw new Error('the stream ended');
  }
}

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
  vi.unstubAllGlobals();
});

async function serve(answer: (response: ServerResponse, path: string) => void): Promise<string> {
  const server = createServer((request, response) => answer(response, request.url ?? ''));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}/`;
}

function watch(url: string, since: number | null = 1_000) {
  vi.stubGlobal('EventSource', StreamReader);
  const seen: string[] = [];
  const statuses: LiveStatus[] = [];
  closers.push(
    openLive(url, since, {
      onChange: (change) => seen.push(change.keys.map((key) => key.join('/')).join(' ')),
      onReopened: () => seen.push('reopened'),
      onEnded: () => seen.push('ended'),
      onStatus: (status) => statuses.push(status),
    }),
  );
  return { seen, statuses };
}

const change = (key: string): string =>
  `event: change\ndata: ${JSON.stringify({ keys: [[key]], at: '2026-11-20T12:00:00.000Z' })}\n\n`;

test('the first line of a page asks what changed since it was rendered, and does not take everything for old', async () => {
  const paths: string[] = [];
  const { seen, statuses } = watch(
    await serve((response, path) => {
      paths.push(path);
      response.writeHead(200).write(change('events'));
    }),
  );
  await expect.poll(() => seen).toEqual(['events']);
  expect(paths).toEqual(['/?since=1000']);
  expect(statuses.at(-1)?.phase).toBe('live');
});

test('a line that is opened again, after a tab was hidden, says that everything may be old', async () => {
  const { seen } = watch(await serve((response) => response.writeHead(200).write(change('events'))), null);
  await expect.poll(() => seen).toEqual(['reopened', 'events']);
});

test('after a break the line comes back by itself, and says that everything may be old', async () => {
  let requests = 0;
  const { seen } = watch(
    await serve((response) => {
      requests++;
      if (requests === 1) response.writeHead(200).end(change('events'));
      else if (requests === 2) response.writeHead(503).end();
      else response.writeHead(200).write(change('prescriptions'));
    }),
  );
  await expect.poll(() => seen, { timeout: 5000 }).toEqual(['events', 'reopened', 'prescriptions']);
});

test('an ended session is said once and not asked for again', async () => {
  let requests = 0;
  const { seen, statuses } = watch(
    await serve((response) => {
      requests++;
      response.writeHead(401).end();
    }),
  );
  await expect.poll(() => seen, { timeout: 5000 }).toEqual(['ended']);
  expect(statuses.at(-1)?.phase).toBe('ended');
  expect(requests).toBe(2);
});
