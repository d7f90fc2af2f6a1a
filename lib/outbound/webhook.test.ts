import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { Webhook } from 'standardwebhooks';
import { afterEach, expect, test } from 'vitest';
import { isStorableText } from '#lib/domain/base/json/jsonb-limits';
import { sendByWebhook } from './webhook.ts';

const secret = `whsec_${Buffer.from('an outbound secret of 32 bytes!!').toString('base64')}`;
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

type Kept = { headers: IncomingHttpHeaders; body: string };

async function serve(
  status: number,
  text = '',
  headers: Record<string, string> = {},
): Promise<{ url: string; kept: Kept[] }> {
  const received: Kept[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push({ headers: request.headers, body });
    response.writeHead(status, headers).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return { url: `http://127.0.0.1:${Reflect.get(Object(server.address()), 'port')}/hook`, kept: received };
}

const message = (url: string) => ({
  url,
  secrets: [secret] as const,
  messageId: 'out_1',
  body: { type: 'scriptline.prescription.resend_requested' },
});

test('what arrives is signed by Standard Webhooks, under an id that a repeat keeps', async () => {
  const { url, kept } = await serve(200, 'ok');
  expect(await sendByWebhook(message(url), 'anywhere')).toEqual({ outcome: 'accepted', reply: 'HTTP 200 ok' });
  const [{ headers, body } = { headers: {}, body: '' }] = kept;
  expect(headers['webhook-id']).toBe('out_1');
  const signed = Object.fromEntries(
    ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, String(headers[name])]),
  );
  expect(new Webhook(secret).verify(body, signed)).toEqual({ type: 'scriptline.prescription.resend_requested' });
});

test.each([
  [400, true],
  [401, true],
  [410, true],
  [301, true],
  [408, false],
  [429, false],
  [500, false],
  [503, false],
])('HTTP %i is final: %s', async (status, lasting) => {
  const { url } = await serve(status, 'no', { location: 'http://127.0.0.1:1/' });
  expect(await sendByWebhook(message(url), 'anywhere')).toMatchObject({
    outcome: 'refused',
    lasting,
    reply: `HTTP ${status} no`,
  });
});

test('nobody there, and a name that is not known, are tried again', async () => {
  for (const url of ['http://127.0.0.1:1/hook', 'http://no-such-name.invalid/hook'])
    expect(await sendByWebhook(message(url), 'anywhere')).toMatchObject({ outcome: 'unreachable' });
});

test.each([
  'https://127.0.0.1/hook',
  'https://localhost/hook',
  'https://[::1]/hook',
  'https://169.254.169.254/latest',
  'https://0x7f.1/',
  'https://[::ffff:10.0.0.1]/',
])('a tenant cannot send us to %s', async (url) => {
  expect(await sendByWebhook(message(url))).toMatchObject({ outcome: 'refused', lasting: true, stage: 'URL' });
});

test.each(['http://example.com/hook', 'ftp://example.com', 'file:///etc/passwd', 'not a url'])(
  '%s is no https address',
  async (url) => {
    expect(await sendByWebhook(message(url))).toMatchObject({ outcome: 'refused', lasting: true });
  },
);

test("the operator's list opens exactly the hosts on it", async () => {
  const { url, kept } = await serve(200);
  const { host, port } = new URL(url);
  for (const allowed of [[host], ['127.0.0.1'], ['hospital.example', host]])
    expect(await sendByWebhook(message(url), { allowed })).toMatchObject({ outcome: 'accepted' });
  for (const allowed of [[], ['127.0.0.1:1'], ['localhost'], [`127.0.0.2:${port}`]])
    expect(await sendByWebhook(message(url), { allowed })).toMatchObject({ outcome: 'refused', stage: 'URL' });
  expect(kept.length).toBe(3);
});

test('while a secret is changed over, what arrives is signed with both', async () => {
  const { url, kept } = await serve(200);
  const next = `whsec_${Buffer.from('the next secret of thirty-two b!').toString('base64')}`;
  await sendByWebhook({ ...message(url), secrets: [next, secret] }, 'anywhere');
  const [{ headers, body } = { headers: {}, body: '' }] = kept;
  const signed = Object.fromEntries(
    ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, String(headers[name])]),
  );
  for (const one of [next, secret]) expect(new Webhook(one).verify(body, signed)).toBeTruthy();
});

test('an endless answer is cut', async () => {
  const { url } = await serve(400, 'x'.repeat(1_000_000));
  const outcome = await sendByWebhook(message(url), 'anywhere');
  expect(outcome.reply.length).toBeLessThan(2_100);
});

/** A receiver that takes what is posted and answers in its own way. */
async function receive(
  answer: (response: ServerResponse) => void,
): Promise<{ url: string; asked: IncomingHttpHeaders[] }> {
  const asked: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers);
    request.resume();
    request.on('end', () => answer(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${Reflect.get(Object(server.address()), 'port')}/hook`, asked };
}

const drip = (response: ServerResponse) => {
  const timer = setInterval(() => response.write('.'), 50);
  response.on('close', () => clearInterval(timer));
};

test.each([
  ['drips without end', drip],
  ['hangs', (response: ServerResponse) => response.write('so')],
  ['never begins', (response: ServerResponse) => response.flushHeaders()],
  ['breaks off', (response: ServerResponse) => response.write('so', () => response.destroy())],
  [
    'is a broken chunk',
    (response: ServerResponse) => response.socket?.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'),
  ],
  ['is endless', (response: ServerResponse) => response.end('x'.repeat(5_000_000))],
])('a 200 whose body %s was taken, once', async (_how, body) => {
  const { url, asked } = await receive((response) => void body(response));
  expect(await sendByWebhook(message(url), 'anywhere')).toMatchObject({
    outcome: 'accepted',
    reply: expect.stringMatching(/^HTTP 200/),
  });
  expect(asked.length).toBe(1);
});

test.each([
  ['a NUL', 200, Buffer.from('6f6b00646f6e65', 'hex')],
  ['gzip that nobody asked for', 200, gzipSync('fine, thank you')],
  ['a pair where the words are cut', 500, Buffer.from(`${'a'.repeat(1_991)}${'😀'.repeat(40)}`)],
  ['a pair at every other place', 500, Buffer.from(`b${'😀'.repeat(2_000)}`)],
  ['bytes that are no UTF-8', 200, Buffer.from([0xff, 0xfe, 0x00, 0x41, 0xc3])],
])('words with %s become words that a row can hold', async (_what, status, bytes) => {
  const { url, asked } = await receive((response) => response.writeHead(status).end(bytes));
  const { outcome, reply } = await sendByWebhook(message(url), 'anywhere');
  expect([outcome, isStorableText(reply), reply.length <= 2_000]).toEqual([
    status === 200 ? 'accepted' : 'refused',
    true,
    true,
  ]);
  expect(asked[0]?.['accept-encoding']).toBe('identity');
});
