import type { WireFormatName } from '#lib/domain/base/system';
import { hmacSha256 } from './hmac.ts';
import { hmacKey } from './standard-signature.ts';

export type Signing = {
  /** The sender's clock in unix seconds. */
  readonly now: number;
  /** Names the delivery where the format does so in a header (Standard Webhooks, Medication Service). */
  readonly messageId: string;
};

/**
 * The sender's side: the headers that make `raw` a valid delivery, content type included. For the simulator, the demo,
 * the tests and the `curl` line of the Sources screen. Throws on a `standard` secret that cannot sign.
 */
export function signHeaders(
  format: WireFormatName,
  raw: Uint8Array | string,
  secret: string,
  { now, messageId }: Signing,
): Record<string, string> {
  const seconds = String(Math.floor(now));
  switch (format) {
    case 'osigu':
      return {
        'content-type': 'application/json',
        'x-osigu-signature': `t=${seconds},v1=${hmacSha256(secret, [`${seconds}.`, raw]).toString('hex')}`,
      };
    case 'photon':
      return {
        'content-type': 'application/cloudevents-batch+json',
        'x-photon-signature': hmacSha256(secret, [raw]).toString('hex'),
        'x-photon-timestamp': String(Math.floor(now * 1000)),
      };
    case 'medication-service':
      return {
        'content-type': 'application/cloudevents+json',
        'x-ghasi-signature': `sha256=${hmacSha256(secret, [raw]).toString('hex')}`,
        'x-ghasi-delivery-id': messageId,
      };
    case 'standard': {
      const key = hmacKey(secret);
      if (key === null) throw new TypeError('A secret that signs is base64 after "whsec_".');
      const signature = hmacSha256(key, [`${messageId}.${seconds}.`, raw]).toString('base64');
      return {
        'content-type': 'application/json',
        'webhook-id': messageId,
        'webhook-timestamp': seconds,
        'webhook-signature': `v1,${signature}`,
      };
    }
  }
}
