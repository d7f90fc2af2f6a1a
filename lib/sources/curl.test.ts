import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type WireFormatName, wireFormatNames } from '#lib/domain/base/system';
import { curlOf, secretPlaceholder } from './curl.ts';
import { wireFormats } from './index.ts';

type Kept = { raw: Buffer; headers: Headers };
const requests: Kept[] = [];
const receiver = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]);
  requests.push({ raw: Buffer.concat(chunks), headers: new Headers(headers) });
  response.writeHead(202).end('{}');
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${Reflect.get(Object(receiver.address()), 'port')}/api/webhooks/a-source`;
});
afterAll(() => {
  receiver.close();
});

const run = promisify(execFile);
const secrets: Readonly<Record<WireFormatName, string>> = {
  osigu: 'osk-$HOME-`id`-"quoted"',
  photon: 'photon-secret-0123456789',
  'medication-service': "it's=a/secret+of-theirs",
  standard: `whsec_${Buffer.from(Array.from({ length: 32 }, (_, n) => n * 8)).toString('base64')}`,
};
const pasted = (text: string, secret: string) => text.replace(secretPlaceholder, secret.replaceAll("'", `'\\''`));

test.each(wireFormatNames)(
  'the lines for %s, pasted into a shell, send what the format verifies and opens',
  async (name) => {
    const text = curlOf(name, { url, environment: 'sandbox', tenantId: "ten_100%'s" });
    const { stdout } = await run('sh', ['-c', pasted(text, secrets[name])]);
    expect(stdout).toBe('{}');
    const { raw, headers } = requests.at(-1) ?? { raw: Buffer.of(), headers: new Headers() };
    const now = Math.floor(Date.now() / 1000);
    expect(wireFormats[name].verify(raw, headers, [secrets[name]], now)).toEqual({ ok: true });
    expect(wireFormats[name].verify(raw, headers, [`${secrets[name]}x`], now).ok).toBe(false);
    const [opened] = wireFormats[name].open(raw, headers).events;
    expect(opened).toMatchObject({ ok: true, envelope: { wireType: 'source.test' } });
    if (opened?.ok && name !== 'osigu') expect(opened.envelope.tenantId).toBe("ten_100%'s");
  },
);

test('two runs are two events', async () => {
  const text = pasted(curlOf('photon', { url, environment: null, tenantId: null }), secrets.photon);
  requests.splice(0);
  await Promise.all([run('sh', ['-c', text]), run('sh', ['-c', text])]);
  const ids = requests.map(({ raw }) => JSON.parse(raw.toString()).id);
  expect(new Set(ids).size).toBe(2);
});
