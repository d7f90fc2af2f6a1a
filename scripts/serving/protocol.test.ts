import type { RequestListener, Server } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createHttpServer } from './http-server.ts';
import { largestPlainBody } from './limited-body.ts';

let server: Server | undefined;
afterEach(() => {
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
  const address = made.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  return address.port;
}

/** Sends these bytes as they are; answers all that came until the other side closed, or until `enough` came. */
function say(port: number, bytes: string, enough = /$^/): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    let came = '';
    const done = () => {
      socket.destroy();
      resolve(came);
    };
    socket.on('data', (piece) => {
      came += piece.toString('latin1');
      if (enough.test(came)) done();
    });
    socket.on('end', done).on('error', done);
  });
}

const echo: RequestListener = async (request, response) => {
  let body = '';
  for await (const piece of request) body += String(piece);
  response.end(`${request.method} ${request.url} ${body.length} read;`);
};

describe.each(['h2c', 'TLS/1.2', 'websocket', 'HTTP/2.0'])('a request that asks to change to %s', (protocol) => {
  const asks = `Host: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: ${protocol}\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n`;

  test.each([
    ['without a body', `GET /a HTTP/1.1\r\n${asks}\r\n`, 'GET /a 0 read'],
    ['with a body', `POST /a HTTP/1.1\r\n${asks}Content-Length: 5\r\n\r\n12345`, 'POST /a 5 read'],
    [
      'with a chunked one',
      `POST /a HTTP/1.1\r\n${asks}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n`,
      'POST /a 3 read',
    ],
  ])(
    '%s is answered over HTTP/1.1; the one after it is answered too, or the connection closed',
    async (_name, bytes, answer) => {
      // A listener of its own is what Next puts there.
      const port = await serve(echo);
      server?.on('upgrade', (_request, socket) => socket.destroy());
      const came = await say(port, `${bytes}GET /b HTTP/1.1\r\nHost: x\r\n\r\n`, /GET \/b/);
      expect(came).toContain(answer);
      expect(came).toMatch(/GET \/b 0 read|connection: close/i);
    },
  );
});

test('a change of protocol that is wanted is taken up', async () => {
  const port = await serve(echo, { upgrades: ({ headers }) => headers.upgrade === 'websocket' });
  server?.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n'));
  const asks = 'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: ';
  expect(await say(port, `${asks}websocket\r\n\r\n`)).toContain('101');
  expect(await say(port, `${asks}h2c\r\n\r\n`, /read/)).toContain('GET / 0 read');
});

describe('methods that the application does not know', () => {
  test.each(['TRACE', 'PROPFIND', 'PURGE', 'LOCK', 'M-SEARCH', 'REPORT', 'QUERY'])(
    '%s is answered 405 with Allow',
    async (method) => {
      const port = await serve(echo);
      for (const path of ['/api/webhooks/any', '/', '/sign-in']) {
        const came = await say(
          port,
          `${method} ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}`,
          /method-not-allowed/,
        );
        expect(came).toMatch(/^HTTP\/1.1 405 /);
        expect(came).toContain('application/problem+json');
        expect(came).toMatch(path.startsWith('/api/webhooks/') ? /allow: POST, OPTIONS\r/i : /allow: GET, /i);
      }
    },
  );

  test('of the whole server the methods can be asked; nothing else is at `*`', async () => {
    const port = await serve(echo);
    expect(await say(port, 'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n', /\r\n\r\n/)).toMatch(
      /^HTTP\/1.1 204 [\s\S]*allow: GET, /i,
    );
    expect(await say(port, 'GET * HTTP/1.1\r\nHost: x\r\n\r\n', /not-found/)).toMatch(/^HTTP\/1.1 404 /);
    expect(await say(port, 'CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n')).toMatch(/^HTTP\/1.1 405 /);
  });

  test('an expectation that nobody meets is answered 417', async () => {
    const port = await serve(echo);
    const came = await say(port, 'POST / HTTP/1.1\r\nHost: x\r\nExpect: 200-ok\r\nContent-Length: 9\r\n\r\n');
    expect(came).toMatch(/^HTTP\/1.1 417 [\s\S]*connection: close/i);
  });
});

describe('pages and sign-in take a small body', () => {
  const limited = [
    '/',
    '/sign-in',
    '/api/auth/callback/credentials',
    '/api/%61uth/x',
    '/api/x/../auth/_log',
    '/_next/x',
  ];
  const head = (path: string) => `POST ${path} HTTP/1.1\r\nHost: x\r\n`;
  const chunks = (size: number) => `${size.toString(16)}\r\n${'a'.repeat(size)}\r\n`;

  test.each(limited)('at %s a larger one is answered 413, before it is asked for', async (path) => {
    let asked = 0;
    const port = await serve((request, response) => {
      asked += 1;
      echo(request, response);
    });
    const refused = /^HTTP\/1.1 413 [\s\S]*connection: close[\s\S]*too-large/i;
    expect(await say(port, `${head(path)}Content-Length: ${largestPlainBody + 1}\r\n\r\n`)).toMatch(refused);
    const expects = `Expect: 100-continue\r\nContent-Length: ${largestPlainBody + 1}\r\n\r\n`;
    expect(await say(port, `${head(path)}${expects}`)).toMatch(refused);
    const chunked = `${head(path)}Transfer-Encoding: chunked\r\n\r\n${chunks(40_000)}${chunks(30_000)}`;
    expect(await say(port, chunked)).toMatch(refused);
    expect(asked).toBe(0);
  });

  test('one that fits is handed on whole, whether its length is said or not', async () => {
    const port = await serve(echo);
    const body = 'a'.repeat(largestPlainBody);
    const said = `${head('/')}Content-Length: ${body.length}\r\n\r\n${body}`;
    expect(await say(port, said, /read/)).toContain(`POST / ${largestPlainBody} read`);
    const chunked = `${head('/')}Transfer-Encoding: chunked\r\n\r\n${chunks(largestPlainBody)}0\r\n\r\n`;
    expect(await say(port, chunked, /read/)).toContain(`POST / ${largestPlainBody} read`);
    expect(await say(port, `${head('/')}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, /read/)).toContain(
      'POST / 0 read',
    );
  });

  test('a route under /api has its own limit', async () => {
    const port = await serve(echo);
    const long = `${head('/api/authors')}Content-Length: 100000\r\n\r\n${'a'.repeat(100_000)}`;
    expect(await say(port, long, /read/)).toContain('POST /api/authors 100000 read');
  });
});
