import { Agent, get, type RequestListener, type Server } from 'node:http';
import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { shutdownHooks, stopServing } from './graceful-stop.ts';
import { createHttpServer, type limits } from './http-server.ts';

let server: Server | undefined;
afterEach(() => {
  shutdownHooks().clear();
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener, overrides: Partial<typeof limits> = {}): Promise<number> {
  const made = createHttpServer(listener, overrides);
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  const address = made.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  return address.port;
}

const quick = { headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 20 };

test.each([
  ['sends nothing at all', ''],
  ['never ends its headers', 'POST / HTTP/1.1\r\nHost: x\r\n'],
  ['never ends its body', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12'],
])('a sender that %s is cut', async (_name, bytes) => {
  const port = await serve((request) => request.resume(), quick);
  const began = performance.now();
  await new Promise<void>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.resume().on('close', () => resolve());
  });
  expect(performance.now() - began).toBeLessThan(10_000);
});

test("a path that cannot be read is nobody's: 404, never 5xx", async () => {
  const port = await serve((_request, response) => response.end('handed on'));
  const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body: '{}' });
  for (const path of ['/api/prescriptions/osigu:100%', '/api/x/%E9', '/%']) {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect(await answer.json()).toMatchObject({ status: 404, requestId: answer.headers.get('x-request-id') });
  }
  for (const path of ['/api/prescriptions/osigu%3A100%25', '/?q=100%'])
    expect(await (await ask(path)).text()).toBe('handed on');
});

test('an answer may take longer than a request', async () => {
  const port = await serve((_request, response) => {
    response.write('a');
    setTimeout(() => response.end('b'), 500);
  }, quick);
  expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe('ab');
});

test('stopping lets the answers on their way finish, then lets go of what they used', async () => {
  const order: string[] = [];
  let arrived = () => {};
  const underway = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const port = await serve((_request, response) => {
    arrived();
    setTimeout(() => {
      order.push('answered');
      response.end('whole');
    }, 100);
  });
  shutdownHooks().add(async (answered) => {
    order.push('told');
    await answered;
    order.push('let go');
  });
  const body = read(port);
  await underway;
  if (server) await stopServing(server);
  expect(await body).toBe('whole');
  expect(order).toEqual(['told', 'answered', 'let go']);
});

test('stopping cuts what does not end', async () => {
  const port = await serve((_request, response) => response.write('for ever'));
  const body = read(port);
  body.catch(() => undefined);
  await expect.poll(() => connections()).toBe(1);
  if (server) await stopServing(server, 100);
  await expect(body).rejects.toThrow();
});

function connections(): Promise<number> {
  return new Promise((resolve) => server?.getConnections((_error, count) => resolve(count)));
}

function read(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', agent: new Agent({ keepAlive: true }) }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve(text)).on('error', reject);
    }).on('error', reject);
  });
}
