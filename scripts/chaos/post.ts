import { Agent, request } from 'node:http';
import { signHeaders } from '#lib/sources/sign';
import type { Sender } from '#scripts/testing/signed-request';

export type ChaosAnswer = {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: string;
  readonly ms: number;
};

/** Kept connections, as a real sender has; one agent per crowd, so that a crowd's size is the number of its connections. */
export function keepAliveAgent(most: number): Agent {
  return new Agent({ keepAlive: true, maxSockets: most });
}

const patienceMs = 15_000;

/** One POST. Rejects when the connection is refused, cut or silent. */
export function postForChaos(
  address: string,
  sender: Pick<Sender, 'key'>,
  raw: Uint8Array | string,
  headers: Readonly<Record<string, string>>,
  agent?: Agent,
): Promise<ChaosAnswer> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const url = `${address}/api/webhooks/${sender.key}`;
    const length = { 'content-length': String(Buffer.byteLength(raw)) };
    const call = request(url, { method: 'POST', agent, timeout: patienceMs, headers: { ...length, ...headers } });
    call.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          retryAfter: response.headers['retry-after'],
          body: Buffer.concat(chunks).toString('utf8'),
          ms: performance.now() - began,
        }),
      );
    });
    call.on('timeout', () => call.destroy(new Error('no answer in time')));
    call.on('error', reject);
    call.end(raw);
  });
}

/** Signed now, as each try of a sender is. */
export function signedNow({ format, secret }: Sender, raw: string, messageId: string): Record<string, string> {
  return signHeaders(format, raw, secret, { now: Date.now() / 1000, messageId });
}
