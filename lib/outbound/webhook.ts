import { lookup } from 'node:dns/promises';
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { Webhook } from 'standardwebhooks';
import type { JsonObject } from '#lib/domain/json';
import type { SendOutcome } from '#lib/domain/outbox';
import { isPrivateAddress } from './private-address.ts';

export type OutgoingWebhook = {
  readonly url: string;
  /** `whsec_…` */
  readonly secret: string;
  /** The same at every try, so that the other side can tell a repeat. */
  readonly messageId: string;
  readonly body: JsonObject;
};

/** `public`: https to an address on the internet only. `anywhere` is for what the operator himself has set, and for tests. */
export type WebhookReach = 'public' | 'anywhere';

const patienceMs = 15_000;
const longestReply = 2_000;

type Answer = { readonly status: number; readonly text: string };

/**
 * Posts a Standard Webhooks-signed message to an address that a tenant typed. The name is resolved once and that very address is connected to,
 * so that a second answer of the DNS cannot lead elsewhere; private addresses are refused; a redirect is a refusal. A repeat is harmless to the
 * other side (same id), so silence is never uncertain: it is tried again.
 */
export async function sendByWebhook(message: OutgoingWebhook, reach: WebhookReach = 'public'): Promise<SendOutcome> {
  const url = URL.canParse(message.url) ? new URL(message.url) : null;
  if (url === null || (reach === 'public' && url.protocol !== 'https:'))
    return refused('URL', 'The address of the webhook is not an https address');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = await lookup(host, { all: true }).catch(() => []);
  const [address] = found;
  if (address === undefined)
    return { outcome: 'unreachable', stage: 'DNS', reply: 'The name of the webhook was not found' };
  if (reach === 'public' && found.some((one) => isPrivateAddress(one.address)))
    return refused('URL', 'The address of the webhook is a private one');
  try {
    return outcomeOf(await post(url, address, message));
  } catch (error) {
    const reply = error instanceof Error ? error.message : 'The webhook could not be reached';
    return { outcome: 'unreachable', stage: 'HTTP', reply: reply.slice(0, longestReply) };
  }
}

const refused = (stage: string, reply: string): SendOutcome => ({ outcome: 'refused', lasting: true, stage, reply });

function outcomeOf({ status, text }: Answer): SendOutcome {
  const reply = `HTTP ${status} ${text}`.trim();
  if (status >= 200 && status < 300) return { outcome: 'accepted', reply };
  const passing = status === 408 || status === 425 || status === 429 || status >= 500;
  return { outcome: 'refused', lasting: !passing, stage: 'HTTP', reply };
}

function post(url: URL, to: { address: string; family: number }, message: OutgoingWebhook): Promise<Answer> {
  const body = JSON.stringify(message.body);
  const now = new Date();
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'Scriptline',
    'webhook-id': message.messageId,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(message.secret).sign(message.messageId, now, body),
  };
  const request = url.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        method: 'POST',
        headers,
        agent: false,
        signal: AbortSignal.timeout(patienceMs),
        lookup: (_host, options, done) => (options.all ? done(null, [to]) : done(null, to.address, to.family)),
      },
      (response) => void read(response).then(resolve, reject),
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

/** No more than what is worth keeping as the other side's words. */
async function read(response: IncomingMessage): Promise<Answer> {
  let text = '';
  for await (const chunk of response) {
    text += String(chunk);
    if (text.length > longestReply) break;
  }
  return { status: response.statusCode ?? 0, text: text.slice(0, longestReply) };
}
