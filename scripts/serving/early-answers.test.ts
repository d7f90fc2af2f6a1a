import { Agent, type RequestListener, request, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createHttpServer } from './http-server.ts';

let server: Server | undefined;
const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server?.closeAllConnections();
  server?.close();
});

async function serve(
  listener: RequestListener,
  overrides: Parameters<typeof createHttpServer>[1] = {},
): Promise<number> {
  const made = createHttpServer(listener, overrides);
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return addressOf(made).port;
}

function addressOf(made: Server): AddressInfo {
  const address = made.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  return address;
}

/** The ways in which a route answers before the end of a body, and one that reads all of it. */
const routes: Readonly<Record<string, RequestListener>> = {
  'reads nothing': (_request, response) => response.writeHead(404).end('no'),
  'stops reading after the first piece': (request, response) => {
    request.once('data', () => {
      request.pause();
      response.writeHead(413).end('no');
    });
  },
  'reads through a pipe that it lets go of': async (request, response) => {
    for await (const _ of request.iterator({ destroyOnReturn: false })) break;
    response.setHeader('connection', 'keep-alive').writeHead(413).end('no');
  },
  'reads everything': (request, response) => request.on('end', () => response.end('no')).resume(),
};

const path = '/api/x';
const next = 'GET /next HTTP/1.1\r\nHost: x\r\n\r\n';

/** Posts so many bytes, then asks for `/next` on the same connection; answers all that came back, once that was answered or the connection closed. */
function postThenAsk(port: number, size: number, chunked: boolean, expect = ''): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    sockets.push(socket);
    let came = '';
    socket.on('data', (bytes) => {
      came += bytes.toString('latin1');
      if (came.includes('the next one')) resolve(came);
    });
    socket.on('end', () => resolve(came)).on('error', (error) => resolve(`${came}${error.message}`));
    const length = chunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${size}`;
    socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\n${expect}${length}\r\n\r\n`);
    const piece = Buffer.alloc(16_384, 32);
    for (let left = size; left > 0; left -= piece.length) {
      const part = piece.subarray(0, Math.min(left, piece.length));
      socket.write(
        chunked ? Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]) : part,
      );
    }
    socket.write(chunked ? `0\r\n\r\n${next}` : next);
  });
}

const isNext: RequestListener = (_request, response) => response.end('the next one');

describe.each(Object.keys(routes))('a route that %s', (name) => {
  test.each([1_000, 70_000, 300_000, 1_500_000, 5_000_000])(
    'of %d bytes: the answer arrives, and the next request is answered or the connection closed',
    async (size) => {
      const route = routes[name] ?? isNext;
      const port = await serve((asked, response) => (asked.url === path ? route : isNext)(asked, response));
      for (const chunked of [false, true])
        for (const expects of ['', 'Expect: 100-continue\r\n']) {
          const came = await postThenAsk(port, size, chunked, expects);
          expect(came).toMatch(/HTTP\/1.1 (200|404|413) /);
          expect(came).toMatch(/the next one|connection: close/i);
          expect(came).not.toMatch(/RESET|EPIPE|408/);
        }
    },
    30_000,
  );
});

test('an answer to a request that has ended leaves the connection for the next one', async () => {
  const port = await serve((asked, response) => {
    if (asked.url === path) asked.on('end', () => response.end('no')).resume();
    else response.end('the next one');
  });
  expect(await postThenAsk(port, 1_000, false)).toContain('the next one');
});

test('a sender who goes on slowly after the answer is cut', async () => {
  const port = await serve((_asked, response) => response.writeHead(404).end(), { lingerMs: 100 });
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  sockets.push(socket);
  socket.resume().on('error', () => undefined);
  socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n12345`);
  const drip = setInterval(() => socket.write('1'), 20);
  await new Promise<void>((resolve) => socket.once('close', () => resolve()));
  clearInterval(drip);
});

test('a sender who goes on without end after the answer is cut', async () => {
  const port = await serve((_asked, response) => response.writeHead(404).end(), { lingerBytes: 1_000_000 });
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  sockets.push(socket);
  socket.resume().on('error', () => undefined);
  socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n\r\n`);
  const piece = Buffer.alloc(65_536);
  let sent = 0;
  const more = () => {
    while (!socket.destroyed && socket.write(piece)) sent += piece.length;
    socket.once('drain', more);
  };
  more();
  await new Promise<void>((resolve) => socket.once('close', () => resolve()));
  expect(sent).toBeLessThan(500_000_000);
});

test('what comes on a connection after its last answer is not taken for a request', async () => {
  const asked: (string | undefined)[] = [];
  const port = await serve((request_, response) => {
    asked.push(request_.url);
    response.writeHead(404).end();
  });
  const came = await postThenAsk(port, 300_000, false);
  expect(came.match(/HTTP\/1.1/g)).toHaveLength(1);
  expect(asked).toEqual([path]);
});

/** `duplex` is what fetch asks for with a stream; the browser's types do not know it. */
function streamed(body: ReadableStream): RequestInit & { duplex: 'half' } {
  return { method: 'POST', body, duplex: 'half' };
}

test("Node's own agent and fetch get the answer to what they stream, and the next one too", async () => {
  const port = await serve((asked, response) => {
    if (asked.url !== path) return void response.end('the next one');
    asked.once('data', () => {
      asked.pause();
      response.writeHead(413).end('no');
    });
  });
  const base = `http://127.0.0.1:${port}`;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const post = () =>
    new Promise((resolve, reject) => {
      const call = request(`${base}${path}`, { agent, method: 'POST' }, (answer) =>
        resolve(answer.resume().statusCode),
      );
      call.on('error', reject);
      call.end(Buffer.alloc(2_000_000));
    });
  const ask = () =>
    new Promise((resolve, reject) => {
      request(`${base}/next`, { agent }, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end();
    });
  expect([await post(), await ask()]).toEqual([413, 200]);
  agent.destroy();
  const body = new Blob([new Uint8Array(2_000_000)]).stream();
  const answer = await fetch(new Request(`${base}${path}`, streamed(body)));
  expect([answer.status, await (await fetch(`${base}/next`)).text()]).toEqual([413, 'the next one']);
});
