import { randomUUID } from 'node:crypto';
import type { WireFormatName } from '#lib/domain/base/system';
import { signHeaders } from '#lib/sources/sign';
import { demoSources } from '#prisma/demo';

/** A sender as a test plays it: where it posts, how it wraps, what it signs with. */
export type Sender = { readonly key: string; readonly format: WireFormatName; readonly secret: string };

export function demoSender(key: string): Sender {
  const found = demoSources.find((source) => source.key === key);
  if (!found) throw new Error(`the demo has no source ${key}`);
  return found;
}

type More = {
  /** Over the signed ones; a delivery without a content length is a `stream`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly stream?: boolean;
};

export type Body = Uint8Array<ArrayBuffer> | string | object;

export function bytesOf(body: Body): Uint8Array<ArrayBuffer> {
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
}

/** A delivery as its sender would make it: validly signed over the very bytes, now. */
export function signedRequest({ key, format, secret }: Sender, body: Body, { headers, stream }: More = {}): Request {
  const raw = bytesOf(body);
  const signed = signHeaders(format, raw, secret, { now: Date.now() / 1000, messageId: `msg_${randomUUID()}` });
  const url = `http://127.0.0.1/api/webhooks/${key}`;
  if (!stream) {
    const length = { 'content-length': String(raw.length) };
    return new Request(url, { method: 'POST', headers: { ...signed, ...length, ...headers }, body: raw });
  }
  const pieces = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < raw.length; at += 65_536) controller.enqueue(raw.subarray(at, at + 65_536));
      controller.close();
    },
  });
  // The DOM's types do not know `duplex` yet, which Node requires of a body that is a stream.
  const init = { method: 'POST', headers: { ...signed, ...headers }, body: pieces, duplex: 'half' };
  return new Request(url, init);
}
