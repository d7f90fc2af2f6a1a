import { createServer, type IncomingHttpHeaders } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { afterEach, expect, test } from 'vitest';
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
  const kept: Kept[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    kept.push({ headers: request.headers, body });
    response.writeHead(status, headers).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return { url: `http://127.0.0.1:${Reflect.get(Object(server.address()), 'port')}/hook`, kept };
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

test("the operator's word opens exactly the hosts that he named", async () => {
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
