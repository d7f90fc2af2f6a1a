import type { SignatureVerdict, WireHeaders } from '#lib/domain/ledger/wire-format';
import { anyEd25519Matches } from './ed25519.ts';
import { isFresh, isUnixSeconds } from './freshness.ts';
import { anyMatches, bytesFromBase64, invalidSignature, validSignature } from './hmac.ts';

const symmetricPrefix = 'whsec_';
const publicKeyPrefix = 'whpk_';

/** Standard Webhooks: `webhook-signature: v1,<base64>[ v1a,<base64>]` over `id.timestamp.body`. */
export function verifyStandard(
  raw: Uint8Array,
  headers: WireHeaders,
  secrets: readonly string[],
  now: number,
): SignatureVerdict {
  const id = headers.get('webhook-id');
  const time = headers.get('webhook-timestamp');
  const header = headers.get('webhook-signature');
  if (!id || !time || header === null || header.trim() === '') return invalidSignature('missing');
  const hmacs = signaturesOf(header, 'v1', 32);
  const ed25519s = signaturesOf(header, 'v1a', 64);
  if (!isUnixSeconds(time) || hmacs.length + ed25519s.length === 0) return invalidSignature('malformed');
  if (!isFresh(time, now)) return invalidSignature('stale');
  const keys = secrets.map(hmacKey).filter((key) => key !== null);
  const publicKeys = secrets.filter((secret) => secret.startsWith(publicKeyPrefix));
  if (keys.length + publicKeys.length === 0) return invalidSignature('no-secret');
  const head = `${id}.${time}.`;
  let matches = anyMatches(keys, [head, raw], hmacs);
  if (ed25519s.length > 0 && publicKeys.length > 0) {
    const message = Buffer.concat([Buffer.from(head), raw]);
    for (const key of publicKeys) {
      if (anyEd25519Matches(key.slice(publicKeyPrefix.length), message, ed25519s)) matches = true;
    }
  }
  return matches ? validSignature : invalidSignature('mismatch');
}

/** The bytes of a `whsec_` secret, with the prefix or without; null where it is empty or not base64, as a `whpk_` key is not. */
export function hmacKey(secret: string): Buffer | null {
  const encoded = secret.startsWith(symmetricPrefix) ? secret.slice(symmetricPrefix.length) : secret;
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encoded)) return null;
  const key = Buffer.from(encoded, 'base64');
  return key.length === 0 ? null : key;
}

/** Elements stand apart by spaces; a repeated header is joined with ", ". */
function signaturesOf(header: string, version: string, length: number): Buffer[] {
  return header
    .split(' ')
    .filter((element) => element.startsWith(`${version},`))
    .map((element) => bytesFromBase64(element.slice(version.length + 1).replace(/,$/, ''), length))
    .filter((signature) => signature !== null);
}
