import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { Webhook } from 'standardwebhooks';
import type { JsonObject } from '#lib/domain/base/json/json';
import { type SendOutcome, storableOutcome } from '#lib/domain/mail/outbox';
import { type Destination, destinationOf, type WebhookReach } from './webhook-address.ts';

export type OutgoingWebhook = {
  readonly url: string;
  /** `whsec_…`, each of which signs: while a secret is changed over there are two. */
  readonly secrets: readonly [string, ...string[]];
  /** The same at every try, so that the other side can recognise a repeat. */
  readonly messageId: string;
  readonly body: JsonObject;
};

const patienceMs = 15_000;
/** The status line is the answer; the words after it are read for so long, and no further than this. */
const wordsMs = 2_000;
const wordsBytes = 8_192;

type Answer = { readonly status: number; readonly text: string };

/**
 * Posts a Standard Webhooks-signed message to an address that a tenant typed. The name is resolved once and that very address is connected to,
 * so that a second answer of the DNS cannot lead elsewhere; private addresses are refused; a redirect is a refusal. A repeat is harmless to the
 * other side (same id), so silence is never uncertain: it is tried again. The status decides, however the words after it end.
 */
export async function sendByWebhook(message: OutgoingWebhook, reach: WebhookReach = 'public'): Promise<SendOutcome> {
  const found = await destinationOf(message.url, reach);
  if (!found.ok) return notSent[found.fault];
  try {
    return storableOutcome(outcomeOf(await post(found.destination, message)));
  } catch (error) {
    const reply = error instanceof Error ? error.message : 'The webhook could not be reached';
    return storableOutcome({ outcome: 'unreachable', stage: 'HTTP', reply });
  }
}

const refused = (reply: string): SendOutcome => ({ outcome: 'refused', lasting: true, stage: 'URL', reply });

const notSent = {
  'not-https': refused('The address of the webhook is not an https address'),
  'private-address': refused('The address of the webhook is a private one'),
  'unknown-host': { outcome: 'unreachable', stage: 'DNS', reply: 'The name of the webhook was not found' },
} as const satisfies Record<string, SendOutcome>;

function outcomeOf({ status, text }: Answer): SendOutcome {
  const reply = `HTTP ${status} ${text}`.trim();
  if (status >= 200 && status < 300) return { outcome: 'accepted', reply };
  const passing = status === 408 || status === 425 || status === 429 || status >= 500;
  return { outcome: 'refused', lasting: !passing, stage: 'HTTP', reply };
}

function post({ url, address: to }: Destination, message: OutgoingWebhook): Promise<Answer> {
  const body = JSON.stringify(message.body);
  const now = new Date();
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'Scriptline',
    'accept-encoding': 'identity',
    'webhook-id': message.messageId,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': message.secrets
      .map((secret) => new Webhook(secret).sign(message.messageId, now, body))
      .join(' '),
  };
  const request = url.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    let answered = false;
    const outgoing = request(
      url,
      {
        method: 'POST',
        headers,
        agent: false,
        signal: AbortSignal.timeout(patienceMs),
        lookup: (_host, options, done) => (options.all ? done(null, [to]) : done(null, to.address, to.family)),
      },
      (response) => {
        answered = true;
        void read(response).then(resolve, reject);
      },
    );
    // An error after the status is the end of the words.
    outgoing.on('error', (error) => {
      if (!answered) reject(error);
    });
    outgoing.end(body);
  });
}

/** No more than what is worth keeping as the other side's words. They may drip, hang or break off: what came until then is what was said. */
async function read(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const enough = setTimeout(() => response.destroy(), wordsMs);
  try {
    for await (const chunk of response) {
      chunks.push(Buffer.from(chunk));
      size += chunks.at(-1)?.length ?? 0;
      if (size > wordsBytes) break;
    }
  } catch {
    // The status was said before.
  } finally {
    clearTimeout(enough);
  }
  return { status: response.statusCode ?? 0, text: new TextDecoder().decode(Buffer.concat(chunks)) };
}
